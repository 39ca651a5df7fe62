import type { PlaceContents, PublicContents } from '../../../server/releases/contract.ts'
import type { ShownCount } from '../area-series.ts'

/** Why a figure is not shown. */
export type HidingReason = Exclude<ShownCount, number>
export const HIDING_REASONS: readonly HidingReason[] = ['few', 'withheld', 'not-covered']

/** How many figures of a kind are shown, and how many are hidden for which reason. */
export interface HiddenTally extends Readonly<Record<HidingReason, number>> {
  readonly shown: number
}

/** A table of figures: rows by columns, with gaps where there is no figure. */
export interface FigureTable {
  readonly rows: readonly { readonly key: string; readonly name: string }[]
  readonly columns: readonly { readonly register: Register; readonly group: string }[]
  figureAt(row: string, column: FigureTable['columns'][number]): ShownCount | null
}

type Register = PublicContents['areaFigures'][number]['register']
interface Figure {
  readonly row: string
  readonly register: Register
  readonly group: string
  readonly count: ShownCount
}

const REGISTERS: readonly Register[] = ['police', 'city', 'other']
const GROUPS = ['people', 'property', 'order', 'environment']

/** Counts figures by whether and why they are hidden. */
export function tallyOf(counts: readonly ShownCount[]): HiddenTally {
  const tally = { shown: 0, few: 0, withheld: 0, 'not-covered': 0 }
  for (const count of counts) tally[typeof count === 'number' ? 'shown' : count] += 1
  return tally
}

/** Every count of a release but those of cells, which are shown in bands. */
export function countsOf(contents: PublicContents | PlaceContents): readonly ShownCount[] {
  const figures =
    contents.kind === 'public'
      ? [...contents.areaFigures, ...(contents.statistical?.figures ?? []), ...contents.city]
      : [...contents.figures, ...contents.profile]
  return figures.map(({ count }) => count)
}

/** The districts of a public release by register and group. */
export function areaTable({ areas, areaFigures }: PublicContents): FigureTable {
  return tableOf(
    areas,
    areaFigures.map(({ area, ...figure }) => ({ row: area, ...figure })),
  )
}

/** Its statistical areas, in the order of their districts; null where it has none. */
export function statisticalTable({ areas, statistical }: PublicContents): FigureTable | null {
  if (statistical === undefined || statistical.areas.length === 0) return null
  const order = new Map(areas.map(({ key }, at) => [key, at]))
  const rows = statistical.areas.toSorted(
    (a, b) =>
      (order.get(a.district) ?? 0) - (order.get(b.district) ?? 0) || a.name.localeCompare(b.name, 'sv'),
  )
  return tableOf(
    rows,
    statistical.figures.map(({ area, ...figure }) => ({ row: area, ...figure })),
  )
}

/**
 * A place and its ring by register and group.
 *
 * @param zones names of the two rows
 */
export function placeTable(
  { figures }: PlaceContents,
  zones: Readonly<Record<'place' | 'ring', string>>,
): FigureTable {
  const rows = (['place', 'ring'] as const).map((key) => ({ key, name: zones[key] }))
  return tableOf(
    rows,
    figures.map(({ zone, ...figure }) => ({ row: zone, ...figure })),
  )
}

function tableOf(rows: FigureTable['rows'], figures: readonly Figure[]): FigureTable {
  const keyOf = (row: string, { register, group }: FigureTable['columns'][number]) =>
    `${row} ${register} ${group}`
  const counts = new Map(figures.map((figure) => [keyOf(figure.row, figure), figure.count]))
  const columns = REGISTERS.flatMap((register) =>
    GROUPS.filter((group) =>
      figures.some((figure) => figure.register === register && figure.group === group),
    ).map((group) => ({ register, group })),
  )
  return { rows, columns, figureAt: (row, column) => counts.get(keyOf(row, column)) ?? null }
}
