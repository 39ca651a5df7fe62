import type { EdgeMetres } from '../engine/snapshot/query.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'
import type { CellPopulation } from '../engine/statistics/surface-types.ts'
import { type Footprint, parseFootprint } from './footprint.ts'
import type { CheckPeriods } from './periods.ts'
import { type CheckRequest, edgeOfRequest, ringsOfRequest } from './request.ts'
import type { ReaderUnits } from './units-for-reader.ts'

/** The site of a check: footprint, ring radii, and the edge of the surfaces' cells. */
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

/** The common input of a check's stages: site, periods and disclosable units. */
export interface CheckGround {
  readonly snapshot: Snapshot
  readonly site: Site
  readonly populationOf: (edgeMetres: EdgeMetres) => Promise<CellPopulation>
  /** The population of the units' cells. */
  readonly population: CellPopulation
  readonly readerUnits: ReaderUnits
  readonly periods: CheckPeriods
}
