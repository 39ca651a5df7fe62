import { createCommitmentService, createMeetingService } from '../meetings/index.ts'
import type { Principal } from '../platform/access/principal.ts'
import { createWorkService, type OrganisationNamed, type WorkRepository } from '../work/index.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import { demoPartner, demoPrincipal } from './demo-principal.ts'
import type { DemoStorage } from './demo-storage.ts'
import { ATTENDEES, DECIDED_WEEKLY } from './meetings.ts'

type Deps = Pick<DemoStorage, 'repositories' | 'zone' | 'clock'>

const DAY_MS = 86_400_000
const THURSDAY = 4

/**
 * Holds the last weekly meetings of a place and plans the next one, as its coordinator: every meeting closed with
 * minutes, some commitments done in time, one late. Once.
 */
export async function seedDemoMeetings({ repositories, zone, clock }: Deps): Promise<void> {
  const { work, people } = repositories
  const [first] = await work.list({ kind: 'meeting' }, 1)
  const coordinator = await demoPrincipal('coordinator', people)
  const areaId = (await people.organisations()).flatMap(({ placeIds }) => placeIds)[0]
  if (first !== undefined || coordinator === null || areaId === undefined) return
  const organisations = await people.organisations()
  const organisationNamed: OrganisationNamed = async (name) =>
    organisations.find((organisation) => organisation.name === name) ?? null
  const principal = await demoPartner(people)
  const name = organisations.find(({ placeIds }) => placeIds.includes(areaId))!.name
  const today = formatLocal(clock.nowMs() / 60_000, zone).slice(0, 10)
  const partner = principal === null ? null : { principal, name }
  await holdMeetings({ work, organisationNamed, coordinator, partner, areaId, today })
}

interface Round {
  readonly work: WorkRepository
  readonly organisationNamed: OrganisationNamed
  readonly coordinator: Principal
  /** The party of the place, with the name of its organisation. */
  readonly partner: { readonly principal: Principal; readonly name: string } | null
  readonly areaId: number
  /** By the city's calendar, `2026-03-12`. */
  readonly today: string
}

async function holdMeetings({
  work,
  organisationNamed,
  coordinator,
  partner,
  areaId,
  today,
}: Round): Promise<void> {
  const next = nextThursday(today)
  const dayOf = (weeksAgo: number) => shifted(next, -7 * weeksAgo)
  const weeks = DECIDED_WEEKLY.length
  const on = (day: string) => servicesOn(day, work, organisationNamed)
  let meeting = await on(dayOf(weeks)).meetings.plan(coordinator, {
    areaId,
    forum: 'place',
    heldOn: dayOf(weeks),
    audience: 'parties',
    attendees: ATTENDEES,
  })
  for (const [week, decisions] of DECIDED_WEEKLY.entries()) {
    const { meetings, commitments } = on(meeting.dueOn!)
    const { id } = meeting
    const heldOn = meeting.dueOn!
    for (const { inDays, doneInDays, shown = false, ...decision } of decisions) {
      const dueOn = shifted(heldOn, inDays)
      const commitment = { areaId, meetingId: id, audience: 'parties', dueOn, ...decision } as const
      let stored = await commitments.create(coordinator, commitment)
      const owner = partner !== null && decision.who === partner.name ? partner.principal : coordinator
      if (shown) stored = await commitments.change(owner, stored.id, stored.revision, { audience: 'public' })
      if (doneInDays === undefined) continue
      const later = on(shifted(heldOn, doneInDays)).commitments
      await later.change(coordinator, stored.id, stored.revision, { done: true })
    }
    meeting = (await meetings.close(coordinator, id, dayOf(weeks - week - 1))).next!
  }
}

/** The services at noon of a day. */
function servicesOn(day: string, repository: WorkRepository, organisationNamed: OrganisationNamed) {
  const clock = { nowMs: () => Date.parse(`${day}T12:00:00Z`) }
  const work = createWorkService({ repository, clock, isWorkedArea: () => true, within: (id) => [id] })
  const today = () => day
  return {
    meetings: createMeetingService({ work, today }),
    commitments: createCommitmentService({ work, today, organisationNamed }),
  }
}

function nextThursday(today: string): string {
  const ahead = (THURSDAY - new Date(`${today}T00:00:00Z`).getUTCDay() + 7) % 7
  return shifted(today, ahead)
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}
