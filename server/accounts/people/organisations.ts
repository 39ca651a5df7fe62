import type { AuditLog } from '../../platform/audit/audit.ts'
import type { Principal } from '../../platform/access/principal.ts'
import { DomainError, notFound } from '../../engine/errors.ts'
import type { Organisation } from './accounts.ts'
import type { PeopleRepository } from './repository.ts'

/** Organisations and the places that bound their partners, for administrators. */
export interface OrganisationService {
  list(): Promise<readonly Organisation[]>
  find(id: number): Promise<Organisation>
  /** @throws DomainError `conflict` when the name is taken, or a place is no area of kind place */
  create(organisation: Omit<Organisation, 'id'>, principal: Principal): Promise<Organisation>
  replace(id: number, organisation: Omit<Organisation, 'id'>, principal: Principal): Promise<Organisation>
}

interface Deps {
  readonly people: PeopleRepository
  readonly audit: AuditLog
  /** Is told at once that partners' places have changed. */
  readonly onChange: () => void
}

/** The service of organisations. */
export function createOrganisationService({ people, audit, onChange }: Deps): OrganisationService {
  const note = (principal: Principal, action: string, { id, placeIds }: Organisation) =>
    audit.record(principal, {
      kind: 'people',
      action,
      subject: `organisation/${id}`,
      detail: { places: placeIds.join(',') },
    })
  return {
    list: () => people.organisations(),
    async find(id) {
      const found = await people.findOrganisation(id)
      if (found === null) throw notFound('organisation', id)
      return found
    },
    async create(organisation, principal) {
      await requirePlaces(organisation, people)
      const stored = await people.insertOrganisation(organisation)
      await note(principal, 'createOrganisation', stored)
      return stored
    },
    async replace(id, organisation, principal) {
      await requirePlaces(organisation, people)
      const stored = await people.updateOrganisation(id, organisation)
      onChange()
      await note(principal, 'replaceOrganisation', stored)
      return stored
    },
  }
}

/** @throws DomainError `conflict` that names what is no place */
async function requirePlaces(
  { placeIds }: Pick<Organisation, 'placeIds'>,
  people: Pick<PeopleRepository, 'placeNames'>,
): Promise<void> {
  const known = new Set((await people.placeNames(placeIds)).map(({ id }) => id))
  const others = placeIds.filter((id) => !known.has(id))
  if (others.length === 0) return
  const rule = 'must be ids of areas of kind place'
  throw new DomainError('conflict', `placeIds: ${rule}; ${others.join(', ')} are none`, {
    problems: others.map((value) => ({ field: 'placeIds', value, rule })),
  })
}
