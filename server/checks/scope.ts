import { invalidField } from '../engine/errors.ts'
import { DRAWN_MESSAGES } from '../engine/geometry/outline-messages.ts'
import { cellCentre } from '../engine/lattice/lattice.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import type { CheckQuery } from './evidence.ts'
import type { Footprint } from './footprint.ts'
import { type CheckPeriods, isoPeriod } from './periods.ts'
import type { PermittedCheck } from './permit-check.ts'

const FAR_CM = 50 * 1000 * 100

/** The complete query: with the snapshot version it determines every figure. */
export function queryOf(
  footprint: Footprint,
  { asked: requested, of }: CheckPeriods,
  {
    ringMetres,
    edgeMetres,
    limitedTo,
    leftOut,
  }: Pick<CheckQuery, 'ringMetres' | 'edgeMetres'> & Pick<PermittedCheck, 'limitedTo' | 'leftOut'>,
): CheckQuery {
  return {
    geometry: footprint.geometry,
    ...isoPeriod(of.month.period),
    ...(requested === undefined ? {} : { asked: requested }),
    ringMetres: [...ringMetres],
    edgeMetres,
    ...(limitedTo === null ? {} : { limitedTo }),
    ...(leftOut.length === 0 ? {} : { leftOut: leftOut.map(({ id }) => id).toSorted() }),
  }
}

/** @throws DomainError `invalid-geometry` for a footprint more than 50 km from the block of the population */
export function refuseFarAway({ polygon: { box } }: Footprint, population: CellPopulation): void {
  if (population.cells === 0) return
  const { edgeMetres, i0, j0, columns, rows } = population
  const [minX, minY] = cellCentre({ i: i0, j: j0 }, edgeMetres)
  const [maxX, maxY] = cellCentre({ i: i0 + columns, j: j0 + rows }, edgeMetres)
  const gapX = Math.max(minX * 100 - box.maxX, box.minX - maxX * 100, 0)
  const gapY = Math.max(minY * 100 - box.maxY, box.minY - maxY * 100, 0)
  if (Math.hypot(gapX, gapY) <= FAR_CM) return
  const kilometres = Math.round(Math.hypot(gapX, gapY) / 100_000)
  throw invalidField('invalid-geometry', { field: 'geometry', rule: DRAWN_MESSAGES.farAway(kilometres) })
}
