import type { AuditLog } from '../../platform/audit/audit.ts'
import type { Audience } from '../../platform/access/audience.ts'
import type { Principal } from '../../platform/access/principal.ts'
import { DomainError, notFound } from '../../engine/errors.ts'
import { draftedAreas, type Organisation, type OrganisationDraft } from './accounts.ts'
import type { PeopleRepository } from './repository.ts'

/** Organisations and the areas that they answer for. */
export interface OrganisationService {
  list(): Promise<readonly Organisation[]>
  find(id: number): Promise<Organisation>
  /** Those that an audience may name as owners, by name: of the parties, partners see those of their own areas. */
  owners(audience: Audience): Promise<readonly Organisation[]>
  /** @throws DomainError `conflict` when the name is taken, or an area is neither place nor district */
  create(organisation: OrganisationDraft, principal: Principal): Promise<Organisation>
  replace(id: number, organisation: OrganisationDraft, principal: Principal): Promise<Organisation>
}

interface Deps {
  readonly people: PeopleRepository
  readonly audit: AuditLog
  /** Called as soon as the areas of an organisation have changed. */
  readonly onChange: () => void
}

/** The service of organisations. */
export function createOrganisationService({ people, audit, onChange }: Deps): OrganisationService {
  const note = (principal: Principal, action: string, { id, kind, areas }: Organisation) =>
    audit.record(principal, {
      kind: 'people',
      action,
      subject: `organisation/${id}`,
      detail: { kind, areas: areas.map(({ areaId }) => areaId).join(',') },
    })
  return {
    list: () => people.organisations(),
    async find(id) {
      const found = await people.findOrganisation(id)
      if (found === null) throw notFound('organisation', id)
      return found
    },
    async owners({ role, placeIds }) {
      const isShown = ({ kind, areas }: Organisation) =>
        role !== 'partner' || kind !== 'party' || areas.some(({ areaId }) => placeIds.includes(areaId))
      const shown = (await people.organisations()).filter(isShown)
      return shown.toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
    },
    async create(organisation, principal) {
      await requireAreas(organisation, people)
      const stored = await people.insertOrganisation(organisation)
      await note(principal, 'createOrganisation', stored)
      return stored
    },
    async replace(id, organisation, principal) {
      await requireAreas(organisation, people)
      const stored = await people.updateOrganisation(id, organisation)
      onChange()
      await note(principal, 'replaceOrganisation', stored)
      return stored
    },
  }
}

/** @throws DomainError `conflict` that names the areas that are neither places nor districts */
async function requireAreas(
  draft: OrganisationDraft,
  people: Pick<PeopleRepository, 'areaNames'>,
): Promise<void> {
  const ids = draftedAreas(draft).map(({ areaId }) => areaId)
  const known = new Set((await people.areaNames(ids)).map(({ id }) => id))
  const others = ids.filter((id) => !known.has(id))
  if (others.length === 0) return
  const field = (id: number) => (draft.placeIds?.includes(id) === true ? 'placeIds' : 'areas')
  const rule = 'must be ids of areas of kind place or district'
  throw new DomainError('conflict', `${field(others[0]!)}: ${rule}; ${others.join(', ')} are none`, {
    problems: others.map((value) => ({ field: field(value), value, rule })),
  })
}
