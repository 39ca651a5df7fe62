import { CATEGORY_GROUPS } from '../../server/engine/snapshot/categories.ts'
import type { EdgeMetres } from '../../server/engine/snapshot/query.ts'
import { coarsenUnits, coarsePattern } from '../../server/engine/units/coarse-units.ts'
import type { Json } from '../support/serving/api-client.ts'
import type { Exchange } from './differences.ts'
import type { OtherCity } from './other-city.ts'

/** January 2025 and July 2026, in months since year 0. */
const [FIRST, END] = [2025 * 12, 2026 * 12 + 6]

/** Counts by cell `i,j` of 50 m. */
type ByCell = ReadonlyMap<string, number>
/** Counts of a group in a month (people: quarter, by its first month) by cell: `group 2026-03-01`. */
export type ReaderUnits = ReadonlyMap<string, ByCell>

/** A local day as months since year 0. */
export const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1

export const dayOf = (month: number) =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`

const stepOf = (group: string) => (group === 'people' ? 3 : 1)

/** The finest disclosed figures: a year and a half of surfaces of 50 m, step by step. */
export async function disclosedUnits(otherCity: OtherCity): Promise<ReaderUnits> {
  const units = new Map<string, ByCell>()
  for (const { code } of CATEGORY_GROUPS) {
    for (let month = FIRST; month < END; month += stepOf(code)) {
      const [from, to] = [dayOf(month), dayOf(month + stepOf(code))]
      const path = `/api/hotspots?cell=50&group=${code}&from=${from}&to=${to}`
      units.set(`${code} ${from}`, countsOf(await otherCity.request({ path })))
    }
  }
  return units
}

/** What a surface counts, by cell. */
export function countsOf({ question, status, body }: Exchange): ByCell {
  if (status !== 200) throw new Error(`${question.path}: ${status} ${body.slice(0, 200)}`)
  const { features } = JSON.parse(body)
  return new Map(features.map(({ properties: { i, j, count } }: Json) => [`${i},${j}`, count]))
}

/** The sum of the units of a period. @param from and @param to local days that begin a month (quarter) */
export function unitsBetween(units: ReaderUnits, group: string, from: string, to: string): ByCell {
  const sums = new Map<string, number>()
  for (let month = monthOf(from); month < monthOf(to); month += stepOf(group)) {
    for (const [cell, count] of units.get(`${group} ${dayOf(month)}`)!)
      sums.set(cell, (sums.get(cell) ?? 0) + count)
  }
  return sums
}

/** The differences of all units that differ. */
export function unitsThatDiffer(one: ReaderUnits, other: ReaderUnits): readonly number[] {
  return [...one].flatMap(([unit, before]) => {
    const after = other.get(unit)!
    return [...new Set([...before.keys(), ...after.keys()])]
      .map((cell) => (after.get(cell) ?? 0) - (before.get(cell) ?? 0))
      .filter((change) => change !== 0)
  })
}

/** Sums of cells of 50 m as a surface of a coarser edge, weighted by share of area; cells that hold something. */
export function coarsened(fine: ByCell, edgeMetres: EdgeMetres): ByCell {
  const cells = [...fine].map(([cell, count]) => [...cell.split(',').map(Number), count])
  const [i0, j0] = [0, 1].map((k) => Math.min(...cells.map((cell) => cell[k]!))) as [number, number]
  const [columns, rows] = [i0, j0].map(
    (first, k) => Math.max(...cells.map((cell) => cell[k]!)) - first + 1,
  ) as [number, number]
  const values = new Float64Array(columns * rows)
  for (const [i, j, count] of cells) values[(i! - i0) * rows + j! - j0] = count!
  const { block, sums } = coarsenUnits(
    { edgeMetres: 50, i0, j0, columns, rows },
    values,
    coarsePattern(edgeMetres),
  )
  return new Map(
    [...sums].flatMap((sum, at): [string, number][] =>
      sum === 0 ? [] : [[`${block.i0 + Math.floor(at / block.rows)},${block.j0 + (at % block.rows)}`, sum]],
    ),
  )
}
