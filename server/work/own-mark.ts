import { DomainError } from '../engine/errors.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { WorkAudience } from './work-item.ts'

/** Whose an item is, and for whom. */
export interface Owned {
  readonly audience: WorkAudience
  /** An organisation, or a function of one, in words. */
  readonly owner: string
}

/** An organisation of the city's list that answers to a name. */
export type OrganisationNamed = (
  name: string,
) => Promise<{ readonly id: number; readonly kind: 'board' | 'company' | 'police' | 'party' } | null>

/**
 * Lets only its owner mark an item for the city's page: a party's account what is its organisation's, an authority's
 * staff everything but what is a party's.
 *
 * @param before as it is stored; null for a new one
 * @throws DomainError `forbidden` that names the audience
 */
export async function requireOwnMark(
  principal: Principal,
  { audience, owner }: Owned,
  before: Owned | null,
  organisationNamed: OrganisationNamed,
): Promise<void> {
  const { audience: reader, actor } = principal
  const wasMarked = before?.audience === 'public' && before.owner === owner
  if (audience !== 'public' || wasMarked || reader.role === 'operator') return
  const found = await organisationNamed(owner)
  const own = actor.kind === 'account' ? actor.organisationId : (reader.organisationId ?? null)
  const isOwn = found !== null && found.id === own
  if (isOwn || (reader.role !== 'partner' && found?.kind !== 'party')) return
  const rule = {
    sv: 'bara den som äger det visar det på stadens sida',
    en: 'only its owner marks it for the city’s page',
  }
  throw new DomainError(
    'forbidden',
    { sv: `audience: ${rule.sv}`, en: `audience: ${rule.en}` },
    { problems: [{ field: 'audience', value: audience, rule: rule.en, sv: rule.sv }] },
  )
}
