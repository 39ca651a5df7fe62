import type { IncidentSegment } from '../snapshot/incident-columns.ts'
import type { Exposure } from '../snapshot/query.ts'
import type { CellPopulation, SurfaceCells, SurfaceTotals } from './surface-types.ts'
import { binIncidents } from '../lattice/bin-incidents.ts'
import type { CompiledFilter } from '../snapshot/compile-filter.ts'
import { ALPHA, classOf, type Concentration, createConcentrationMeasure } from './concentration.ts'
import { cellOfDense } from '../lattice/lattice.ts'
import { ringSums } from '../lattice/ring-sums.ts'
import { largestAtOnePosition } from './dominance.ts'
import { benjaminiHochberg } from './false-discovery.ts'
import { giStar, spreadOf } from './gi-star.ts'
import { twoSidedNormal } from './special/normal.ts'

/** Below this many people a neighbourhood has no rate. */
const MIN_PEOPLE = 30

/** Incidents by cell, in units: what a surface is computed from. */
export interface CellValues {
  /** One sum a cell of the population's block; 0 outside the population. */
  readonly sums: Float64Array
  /** Units of one incident. */
  readonly unit: number
  /** The part of each sum at its commonest position; null where positions are unknown. */
  readonly largest: Float64Array | null
  /** Incidents that count but lie in no cell of the population. */
  readonly outside: number
  /** Incidents left out because their time is too vague. */
  readonly timeUnknown: number
}

/**
 * The hotspot surface of rows: see `surfaceOf`. A pure function: equal rows in any order, in any number of segments, give
 * equal figures.
 */
export function computeSurface(
  segments: readonly IncidentSegment[],
  filter: CompiledFilter,
  population: CellPopulation,
  exposure: Exposure,
): Surface {
  const binned = binIncidents(segments, filter, population)
  const largest = largestAtOnePosition(binned)
  return surfaceOf({ ...binned, unit: filter.unit, largest }, population, exposure)
}

interface Surface {
  readonly cells: SurfaceCells
  readonly totals: SurfaceTotals
}

/**
 * Every statistic of every cell of the population, ordered by i then j.
 *
 * Neighbourhood sums → concentration → false discovery rate over all cells → classes; Gi* and dominance beside them.
 *
 * @param exposure what an even spread is proportional to; residents and visitors that the population lacks leave every
 *   cell without a ratio
 */
export function surfaceOf(
  { sums: values, unit, largest, outside, timeUnknown }: CellValues,
  population: CellPopulation,
  exposure: Exposure,
): Surface {
  const members = membersOf(population)
  const counts = inIncidents(values, unit)
  const sums = inIncidents(ringSums(population, values), unit)
  const spread = spreadOf(counts, population.landArea)
  const incidents = spread.n === 0 ? 0 : total(values) / unit
  const expected = expectedSums(population, exposure, incidents)
  const width = ringSums(population, population.landArea.map(Math.sign))

  const cells = emptyCells(members.length)
  const measure = createConcentrationMeasure()
  const measured: Concentration[] = []
  for (let k = 0; k < members.length; k++) {
    const at = members[k]!
    const concentration = measure(sums[at]!, expected[at]!)
    measured.push(concentration)
    place(cells, k, population, at)
    cells.count[k] = counts[at]!
    cells.sum[k] = sums[at]!
    cells.expected[k] = expected[at]!
    cells.ratio[k] = concentration.ratio
    cells.low[k] = concentration.low
    cells.high[k] = concentration.high
    cells.p[k] = concentration.p
    cells.dominance[k] = largest === null || counts[at] === 0 ? Number.NaN : largest[at]! / values[at]!
    cells.z[k] = giStar(sums[at]!, width[at]!, spread)
  }
  cells.q.set(benjaminiHochberg(cells.p))
  fillNormalP(cells)
  for (let k = 0; k < members.length; k++) {
    cells.classCode[k] = classOf(cells.sum[k]!, cells.expected[k]!, measured[k]!, cells.q[k]!)
  }
  return {
    cells,
    totals: {
      cells: members.length,
      incidents,
      outside: outside / unit,
      timeUnknown: timeUnknown / unit,
      mean: spread.mean,
      sd: spread.sd,
      alpha: ALPHA,
    },
  }
}

/** Dense indexes of the cells in the population. */
function membersOf({ landArea, cells }: CellPopulation): Int32Array {
  const members = new Int32Array(cells)
  let found = 0
  for (let at = 0; at < landArea.length; at++) if (landArea[at] !== 0) members[found++] = at
  return members.subarray(0, found)
}

function inIncidents(units: Float64Array, unit: number): Float64Array {
  return unit === 1 ? units : units.map((value) => value / unit)
}

function total(values: Float64Array): number {
  let sum = 0
  for (let k = 0; k < values.length; k++) sum += values[k]!
  return sum
}

/** What an even spread puts into each neighbourhood: incidents · its exposure / the city's exposure. */
function expectedSums(population: CellPopulation, exposure: Exposure, incidents: number): Float64Array {
  const people = exposure === 'area' ? null : population[exposure]
  const values = exposure === 'area' ? population.landArea : people
  if (values === null) return new Float64Array(population.landArea.length)
  const share = incidents / total(values)
  const min = people === null ? 0 : MIN_PEOPLE
  return ringSums(population, values).map((around) => (around > 0 && around >= min ? around * share : 0))
}

function emptyCells(length: number): SurfaceCells {
  const column = () => new Float64Array(length)
  return {
    length,
    i: new Int32Array(length),
    j: new Int32Array(length),
    count: column(),
    sum: column(),
    expected: column(),
    ratio: column(),
    low: column(),
    high: column(),
    p: column(),
    q: column(),
    classCode: new Uint8Array(length),
    dominance: column(),
    z: column(),
    pNormal: column(),
    landArea: column(),
  }
}

function place(cells: SurfaceCells, k: number, population: CellPopulation, at: number): void {
  const { i, j } = cellOfDense(population, at)
  cells.i[k] = i
  cells.j[k] = j
  cells.landArea[k] = population.landArea[at]!
}

/** The normal p of z. Most cells of a map share a few z, so each is computed once. */
function fillNormalP({ z, pNormal }: SurfaceCells): void {
  const known = new Map<number, number>()
  for (let k = 0; k < z.length; k++) {
    let p = known.get(z[k]!)
    if (p === undefined) known.set(z[k]!, (p = twoSidedNormal(z[k]!)))
    pNormal[k] = p
  }
}
