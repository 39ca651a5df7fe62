import { actorReference, type Principal } from '../platform/access/principal.ts'
import { DomainError } from '../engine/errors.ts'
import type { Proposal } from '../engine/snapshot/features.ts'

/**
 * Whether a caller may change or remove a proposal: analysts any, planners and coordinators what they recorded
 * themselves. Everybody on the staff sees all proposals, so a foreign one is no secret.
 *
 * @throws DomainError `forbidden`
 */
export function permitProposalChange(
  { audience, actor }: Principal,
  proposal: Pick<Proposal, 'createdBy'>,
): void {
  if (audience.role === 'analyst' || audience.role === 'operator') return
  if (proposal.createdBy === actorReference(actor)) return
  throw new DomainError('forbidden', 'A proposal is changed by whoever recorded it, or by an analyst.')
}
