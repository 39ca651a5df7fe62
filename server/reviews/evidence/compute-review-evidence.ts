import type { Principal } from '../../platform/access/principal.ts'
import { canonicalJson } from '../../engine/hashes/canonical-json.ts'
import type { Clock } from '../../platform/clock.ts'
import { notFound } from '../../engine/errors.ts'
import type { StoredEvidence } from '../review.ts'
import { surroundingsOf } from './surroundings.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import type { UnitService } from '../../units/index.ts'
import type { CheckOptions, CheckService, ReviewOptions } from '../../checks/index.ts'

export interface EvidenceDeps {
  readonly checks: Pick<CheckService, 'checkOn'>
  readonly snapshots: Pick<SnapshotStore, 'acquire' | 'refresh'>
  readonly units: Pick<UnitService, 'ready'>
  readonly clock: Clock
}

/** Evidence before it has a version number. */
export type ComputedEvidence = Omit<StoredEvidence, 'reviewId' | 'version'>

/**
 * The evidence of a stored proposal as of the latest cut, with the features of the layers there now.
 *
 * @throws DomainError `not-found` for a missing proposal, and the errors of a check
 */
export async function computeReviewEvidence(
  { checks, snapshots, units, clock }: EvidenceDeps,
  proposalId: number,
  request: ReviewOptions,
  principal: Principal,
  options?: CheckOptions,
): Promise<ComputedEvidence> {
  await units.ready()
  await snapshots.refresh()
  const { snapshot, release } = snapshots.acquire()
  try {
    const proposal = snapshot.layers.features('proposals').find(({ id }) => id === proposalId)
    if (proposal === undefined) throw notFound('proposal', proposalId)
    const requested = { ...request, geometry: proposal.geometry, proposalId }
    const { evidence, sha256 } = await checks.checkOn(snapshot, requested, principal.audience, options)
    return {
      snapshotVersion: snapshot.version,
      visible: snapshot.position.visible,
      epoch: snapshot.position.epoch,
      computedAt: new Date(clock.nowMs()).toISOString(),
      evidence: canonicalJson(evidence),
      sha256,
      surroundings: canonicalJson(surroundingsOf(evidence, snapshot.layers, snapshot.projection)),
    }
  } finally {
    release()
  }
}
