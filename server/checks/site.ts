import type { EdgeMetres } from '../engine/snapshot/query.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import { type Footprint, parseFootprint } from './footprint.ts'
import type { CheckPeriods } from './periods.ts'
import { type CheckRequest, edgeOfRequest, ringsOfRequest } from './request.ts'
import type { ReaderUnits } from './units-for-reader.ts'

/** What a check is of: a footprint, how far round it one looks, and the cells of its surfaces. */
export interface Site {
  readonly footprint: Footprint
  readonly ringMetres: readonly number[]
  readonly edgeMetres: EdgeMetres
}

/** The site of a request. @throws DomainError `invalid-geometry` */
export function siteOf(request: CheckRequest, { projection }: Snapshot): Site {
  return {
    footprint: parseFootprint(request.geometry, projection),
    ringMetres: ringsOfRequest(request),
    edgeMetres: edgeOfRequest(request),
  }
}

/** Everything that the stages of a check stand on, once it is known what may be disclosed of which periods. */
export interface CheckGround {
  readonly snapshot: Snapshot
  readonly site: Site
  readonly populationOf: (edgeMetres: EdgeMetres) => Promise<CellPopulation>
  /** That of the units' cells. */
  readonly population: CellPopulation
  readonly readerUnits: ReaderUnits
  readonly periods: CheckPeriods
}
