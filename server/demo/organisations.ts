import type { PeopleRepository } from '../accounts/index.ts'
import type { AccountRole, OrganisationKind } from '../platform/access/audience.ts'

/** The areas that the demo city's organisations answer for. */
export interface DemoAreas {
  /** The square at the central station; null in a city without it. */
  readonly placeId: number | null
  /** The district round the station. */
  readonly districtId: number | null
}

interface DemoOrganisation {
  readonly name: string
  readonly kind: OrganisationKind
  /** What it answers for; absent = the whole city. */
  readonly area?: keyof DemoAreas
}

const OWNERS = 'Fastighetsägarna vid stationen'
const EXECUTIVE = 'Kommunstyrelsen'
const TRAFFIC = 'Trafiknämnden'

/** Who is who in Exempelstad; the first one is the partner's. */
const ORGANISATIONS: readonly DemoOrganisation[] = [
  { name: OWNERS, kind: 'party', area: 'placeId' },
  { name: EXECUTIVE, kind: 'board' },
  { name: TRAFFIC, kind: 'board' },
  { name: 'Stadsdelsnämnden', kind: 'board', area: 'districtId' },
  { name: 'Exempelstads bostäder', kind: 'company' },
  { name: 'Polisen', kind: 'police', area: 'districtId' },
]

/** The organisation of each role's account. */
export const ORGANISATION_OF: Readonly<Record<AccountRole, string>> = {
  planner: TRAFFIC,
  coordinator: EXECUTIVE,
  analyst: EXECUTIVE,
  partner: OWNERS,
  reporter: OWNERS,
  reader: EXECUTIVE,
  registrar: EXECUTIVE,
  admin: EXECUTIVE,
}

/** Writes the organisations that are not there. @returns their ids by name */
export async function seedOrganisations(
  people: PeopleRepository,
  areas: DemoAreas,
): Promise<ReadonlyMap<string, number>> {
  const ids = new Map((await people.organisations()).map(({ name, id }) => [name, id]))
  for (const { name, kind, area } of ORGANISATIONS) {
    if (ids.has(name)) continue
    const areaId = area === undefined ? null : areas[area]
    const answered = areaId === null ? [] : [{ areaId, from: null, to: null }]
    ids.set(name, (await people.insertOrganisation({ name, kind, areas: answered })).id)
  }
  return ids
}
