import { areaIndex, cellIndex, type PublicCounts } from '../../engine/disclosure/count-public.ts'
import { GROUPS } from '../../engine/disclosure/scan-rows.ts'
import { bandOf, shownCount } from '../../engine/disclosure/shown-count.ts'
import { cellOfDense } from '../../engine/lattice/lattice.ts'
import type { CategoryGroupCode } from '../../engine/snapshot/categories.ts'
import { CITY_SUBJECTS } from '../../engine/disclosure/incident-subjects.ts'
import type {
  AreaFigure,
  CityFigure,
  HexFigure,
  PublicContents,
  ReleaseArea,
  ReleasePeriod,
  StatisticalArea,
  StatisticalFigures,
} from '../release.ts'
import type { CellPopulation } from '../../engine/statistics/surface-types.ts'
import { isYear } from './periods.ts'
import { isRecorded } from './recorded.ts'
import { type Register, REGISTERS } from '../../engine/disclosure/registers.ts'

/** The sources that took part, and the areas that they cover. */
interface Coverage {
  readonly registerOfSource: Int8Array
  /** 1 where a source covers an area: index = source · areas + area. */
  readonly covers: Uint8Array
}

type Figures = Pick<PublicContents, 'areaFigures' | 'statistical' | 'hexes' | 'city'>

/**
 * Counts as figures: people by year and the other groups by quarter, each rounded on its own. A register has figures
 * for the groups that it records; `not-covered` where none of its sources covers an area.
 */
export function publicFigures(
  period: ReleasePeriod,
  areas: readonly ReleaseArea[],
  statistical: readonly StatisticalArea[],
  counts: PublicCounts,
  { registerOfSource, covers }: Coverage,
  disclosedByArea: ReadonlyMap<string, ReadonlySet<CategoryGroupCode>>,
  population: CellPopulation | null,
): Figures {
  const isCovered = (register: number, area: number) =>
    registerOfSource.some((of, source) => of === register && covers[source * areas.length + area] === 1)
  const pairs = REGISTERS.flatMap((register, r) =>
    GROUPS.map((group, g) => ({ register, r, group, g })),
  ).filter(({ r, g }) => isRecorded(counts.recorded[r * GROUPS.length + g]!))
  const areaFigures = areas.flatMap(({ key }, area): AreaFigure[] =>
    pairs.filter(isOfPeriod(period)).map(({ register, r, group, g }) => {
      const count = counts.areas[areaIndex(area, r, g)]!
      return {
        area: key,
        register,
        group,
        period,
        count: isCovered(r, area) ? shownCount(count) : 'not-covered',
      }
    }),
  )
  if (!isYear(period)) return { areaFigures, hexes: [], city: [] }
  const everywhere = REGISTERS.filter((_, r) => areas.every((_area, area) => isCovered(r, area)))
  const districts = new Map(areas.map(({ key }, area) => [key, area]))
  return {
    areaFigures,
    statistical: {
      areas: statistical,
      figures: statisticalFigures(period, statistical, pairs, counts, {
        isCovered: (register, district) => isCovered(register, districts.get(district)!),
        isDisclosed: (area, group) => disclosedByArea.get(area)!.has(group),
      }),
    },
    hexes: hexFigures(period, pairs, everywhere, counts, population),
    city: everywhere.flatMap((register) => cityFigures(period, register, counts)),
  }
}

interface Pair {
  readonly register: Register
  readonly r: number
  readonly group: CategoryGroupCode
  readonly g: number
}

/** The periodicity of a group never changes: years for people, quarters for the others. */
const isOfPeriod =
  (period: ReleasePeriod) =>
  ({ group }: Pair): boolean =>
    isYear(period) === (group === 'people')

/**
 * Minimum of statistical areas in a district for a group to be released by them: with two, half of the hidden counts
 * could be derived from the other area and the district.
 */
const MIN_STATISTICAL_AREAS: Readonly<Record<CategoryGroupCode, number>> = {
  people: 6,
  property: 3,
  order: 3,
  environment: 3,
}

function statisticalFigures(
  period: ReleasePeriod,
  areas: readonly StatisticalArea[],
  pairs: readonly Pair[],
  { parts }: PublicCounts,
  {
    isCovered,
    isDisclosed,
  }: {
    readonly isCovered: (register: number, district: string) => boolean
    /** Whether an earlier document disclosed an area and group. */
    readonly isDisclosed: (area: string, group: CategoryGroupCode) => boolean
  },
): StatisticalFigures['figures'] {
  const inDistrict = (district: string) => areas.filter((area) => area.district === district).length
  return areas.flatMap(({ key, district }, at) =>
    pairs
      .filter(({ group }) => inDistrict(district) >= MIN_STATISTICAL_AREAS[group])
      .map(({ register, r, group, g }) => {
        const count = isDisclosed(key, group) ? 'withheld' : shownCount(parts[areaIndex(at, r, g)]!)
        return { area: key, register, group, period, count: isCovered(r, district) ? count : 'not-covered' }
      }),
  )
}

function hexFigures(
  period: ReleasePeriod,
  pairs: readonly Pair[],
  registers: readonly Register[],
  { cells }: PublicCounts,
  population: CellPopulation | null,
): readonly HexFigure[] {
  if (cells === null || population === null) return []
  const disclosed = pairs.filter(({ register, group }) => group !== 'people' && registers.includes(register))
  const figures: HexFigure[] = []
  for (let cell = 0; cell < population.landArea.length; cell++) {
    if (population.landArea[cell] === 0) continue
    const people = Math.max(population.residents?.[cell] ?? 0, population.visitors?.[cell] ?? 0)
    const { i, j } = cellOfDense(population, cell)
    for (const { register, r, group, g } of disclosed) {
      const band = bandOf({ ...cells.of(cellIndex(cell, r, g)), people })
      figures.push({ i, j, register, group: group as HexFigure['group'], period, band })
    }
  }
  return figures
}

function cityFigures(
  period: ReleasePeriod,
  register: Register,
  { city, recordedInCity }: PublicCounts,
): readonly CityFigure[] {
  const first = REGISTERS.indexOf(register) * CITY_SUBJECTS.length
  return CITY_SUBJECTS.flatMap((subject, s) => {
    if (!isRecorded(recordedInCity[first + s]!)) return []
    return { register, subject, period, count: shownCount(city[first + s]!) }
  })
}
