import type { CheckCounts } from './check-task.ts'
import { computeEvidence } from './compute-evidence.ts'
import type { Evidence } from './evidence.ts'
import type { GroupSurface } from './group-surfaces.ts'
import { provenanceOf } from './provenance.ts'
import { queryOf } from './scope.ts'
import type { CheckGround } from './site.ts'

interface Found {
  readonly counted: CheckCounts
  readonly surfaces: readonly GroupSurface[]
  readonly demo: boolean
  readonly ownProposalId: number | null
}

/** The evidence of a site's counts, with its provenance. */
export function evidenceOf(
  { snapshot, site, population, readerUnits, periods }: CheckGround,
  { demo, ...found }: Found,
): Evidence {
  const { footprint, ringMetres, edgeMetres } = site
  const { reader, sources, leftOut, limitedTo, units } = readerUnits
  const { version, withoutSetting, areaOnly } = units
  const query = queryOf(footprint, periods, { ringMetres, edgeMetres, limitedTo, leftOut })
  const context = { sources, leftOut, withoutSetting, areaOnly, landKnown: !population.derived, demo, reader }
  return computeEvidence({
    ...found,
    footprint,
    reader,
    layers: snapshot.layers,
    projection: snapshot.projection,
    periods,
    provenance: provenanceOf(version, query, footprint, context),
  })
}
