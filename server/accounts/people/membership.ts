import type { Membership } from '../../platform/access/audience.ts'
import type { Clock } from '../../platform/clock.ts'
import { formatLocal } from '../../platform/http/fields/instant.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { StoredMembership } from './accounts.ts'

/** The membership of an account or key on the city's present day. */
export type MembershipOf = (organisation: StoredMembership | null) => Membership | null

/** Counts the areas of an organisation that are valid today. */
export function createMembershipOf(clock: Clock, zone: Zone): MembershipOf {
  return (organisation) => {
    if (organisation === null) return null
    const { id: organisationId, kind, areas } = organisation
    const today = formatLocal(Math.floor(clock.nowMs() / 60_000), zone).slice(0, 10)
    const valid = areas.filter(
      ({ from, to }) => (from === null || from <= today) && (to === null || today <= to),
    )
    return { organisationId, kind, areaIds: valid.map(({ areaId }) => areaId) }
  }
}
