import { DomainError } from '../engine/errors.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { ReportAreas } from '../observations/index.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { NewWorkItem, WorkItem, WorkRules, WorkService } from '../work/index.ts'
import { DAYS_TO_RESPOND, GOOD_KINDS } from './walk.ts'

type Content = Readonly<Record<string, unknown>>
type Item = NewWorkItem<Content>
interface LngLat {
  readonly lon: number
  readonly lat: number
}

interface Deps {
  readonly work: WorkService
  readonly reportAreas: ReportAreas
  readonly projection: Projection
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
}

const DAY_MS = 86_400_000

/** The rules of walks: a day, a route in the place, and the earlier walk that one repeats. */
export function walkRules(deps: Deps): WorkRules {
  return {
    async check(principal, item, before) {
      const { dueOn, areaId, content } = item
      if (dueOn === null) throw refused('dueOn', 'the day of the walk is needed')
      for (const position of content['route'] as readonly LngLat[])
        requireInside(deps, areaId, position, 'route')
      if (typeof content['repeats'] !== 'number') return
      if (content['repeats'] === before?.id) throw refused('repeats', 'a walk repeats another, not itself')
      await ofSamePlace(deps, principal, item, 'walk', content['repeats'], 'repeats')
    },
    derive: ({ areaId }) => ({ areaName: deps.reportAreas.find(areaId)?.name ?? '' }),
  }
}

/** The rules of what is found on a walk: of which, where, and how long until it is answered. */
export function findingRules(deps: Deps): WorkRules {
  return {
    async complete(principal, item, before) {
      const walk = await walkOf(deps, principal, item)
      const { kind, response } = item.content
      const dueOn = GOOD_KINDS.includes(kind as string) ? null : shifted(walk.dueOn!, DAYS_TO_RESPOND)
      const isAnswered =
        response !== null && item.state === 'open' && before?.content['response'] !== response
      const audience = walk.audience === 'authorities' ? walk.audience : item.audience
      return { audience, dueOn, state: isAnswered ? 'answered' : item.state }
    },
    async check(principal, item) {
      const { position, repeats, response } = item.content
      if (position !== null) requireInside(deps, item.areaId, position as LngLat, 'position')
      if (item.state === 'answered' && response === null)
        throw refused('response', 'what was answered is needed')
      if (typeof repeats === 'number') await ofSamePlace(deps, principal, item, 'finding', repeats, 'repeats')
    },
    derive({ areaId, state, dueOn, content: { position } }) {
      return {
        areaName: deps.reportAreas.find(areaId)?.name ?? '',
        near: nearOf(deps, areaId, position as LngLat | null),
        late: isLateFinding({ state, dueOn }, deps.today()),
      }
    },
  }
}

/** Whether a finding is unanswered 30 days after its walk. */
export function isLateFinding({ state, dueOn }: Pick<WorkItem, 'state' | 'dueOn'>, today: string): boolean {
  return state === 'open' && dueOn !== null && dueOn < today
}

async function walkOf(deps: Deps, principal: Principal, item: Item): Promise<WorkItem> {
  if (item.partOf === null) throw refused('partOf', 'the walk that it was found on is needed')
  return ofSamePlace(deps, principal, item, 'walk', item.partOf, 'partOf')
}

/** @throws DomainError `conflict` that names the field */
async function ofSamePlace(
  { work }: Deps,
  principal: Principal,
  { areaId }: Item,
  kind: 'walk' | 'finding',
  id: number,
  field: string,
): Promise<WorkItem> {
  const found = await work.find(principal, kind, id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not-found') return null
    throw error
  })
  if (found === null || found.areaId !== areaId) throw refused(field, `must be a ${kind} of the same place`)
  return found
}

/** @throws DomainError `conflict` */
function requireInside({ reportAreas, projection }: Deps, areaId: number, at: LngLat, field: string): void {
  const planar = projection.toPlanar(at.lon, at.lat)
  if (planar === null || !reportAreas.holds(areaId, { x: planar[0], y: planar[1] }))
    throw refused(field, 'must lie in the place of the walk')
}

function nearOf({ reportAreas, projection }: Deps, areaId: number, at: LngLat | null): string | null {
  const planar = at === null ? null : projection.toPlanar(at.lon, at.lat)
  return planar === null ? null : reportAreas.nameNear(areaId, { x: planar[0], y: planar[1] })
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

function refused(field: string, rule: string): DomainError {
  return new DomainError('conflict', `${field}: ${rule}`, { problems: [{ field, rule }] })
}
