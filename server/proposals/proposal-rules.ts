import type { Projection } from '../engine/projection/projection.ts'
import { permitProposalChange } from './permit-proposal.ts'
import { parseFootprint } from '../checks/index.ts'
import type { FeatureRules } from '../layers/index.ts'

/** What can be checked can be kept: the same limits, the same repair. */
export function proposalRules(projection: Projection): FeatureRules<'proposals'> {
  return {
    name: 'proposal',
    permitChange: permitProposalChange,
    planarOf: (geometry) => parseFootprint(geometry, projection).planar,
  }
}
