import { refusedField } from '../engine/errors.ts'
import type { Principal } from '../platform/access/principal.ts'
import { type GoalNumbers, isBeyondChance } from './beyond-chance.ts'
import { isLate } from './public-measures.ts'
import {
  type NewWorkItem,
  type OrganisationNamed,
  requireItem,
  requireOwnMark,
  type WorkItem,
  type WorkKind,
  type WorkRules,
  type WorkService,
} from '../work/index.ts'

type Content = Readonly<Record<string, unknown>>

interface Deps {
  readonly work: WorkService
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  /** Kind of an area; null for other ids. */
  readonly areaKind: (id: number) => 'place' | 'district' | null
  readonly organisationNamed: OrganisationNamed
}

const MAX_PRIORITIES = 3
const MIN_TARGETED = 5

/** The rules of each kind in the chain problem → cause → goal → measure, beyond its schema. */
export function chainRules(
  deps: Deps,
): Readonly<Record<'problem' | 'cause' | 'goal' | 'measure', WorkRules>> {
  return {
    problem: {
      check: (principal, item, before) => checkPriorities(deps, principal, item, before),
      // What was written before perspectives were asked for has none.
      derive: ({ content }) => ({ perspectives: content['perspectives'] ?? {} }),
    },
    cause: { check: (principal, item, before) => checkCause(deps, principal, item, before), derive: nothing },
    goal: { check: (principal, item) => checkGoal(deps, principal, item), derive: chanceOfGoal },
    measure: {
      async check(principal, item, before) {
        await checkMeasure(deps, principal, item)
        await requireOwnMark(principal, owned(item), before && owned(before), deps.organisationNamed)
      },
      derive: (item) => ({ late: isLateMeasure(item, deps.today()) }),
    },
  }
}

const nothing = () => ({})
const owned = ({ audience, content }: Pick<NewWorkItem<Content>, 'audience' | 'content'>) => ({
  audience,
  owner: String(content['owner']),
})

async function checkPriorities(
  { work }: Deps,
  principal: Principal,
  { areaId, state, content }: NewWorkItem<Content>,
  before: WorkItem | null,
): Promise<void> {
  if (content['priority'] !== true || state !== 'open') return
  const others = await work.list(principal, { kind: 'problem', areaIds: [areaId], states: ['open'] })
  const prioritised = others.filter(
    (other) => other.id !== before?.id && (other.content as Content)['priority'] === true,
  )
  if (prioritised.length >= MAX_PRIORITIES)
    throw refusedField('priority', `at most ${MAX_PRIORITIES} problems of a place are priorities at a time`)
}

async function checkCause(
  { work }: Deps,
  principal: Principal,
  item: NewWorkItem<Content>,
  before: WorkItem | null,
): Promise<void> {
  await requirePart(work, principal, item, 'problem')
  const { parentId, contradictedBy } = item.content
  if (item.state === 'contradicted' && contradictedBy == null)
    throw refusedField(
      'contradictedBy',
      'what contradicted it is needed: a contradicted cause stays, with that',
    )
  if (typeof parentId !== 'number') return
  if (parentId === before?.id)
    throw refusedField('parentId', 'a cause stands behind another, not behind itself')
  const parent = await requireItem(work, principal, 'cause', parentId, 'parentId')
  if (parent.partOf !== item.partOf) throw refusedField('parentId', 'must be a cause of the same problem')
  if (before !== null && (await standsBehind(work, principal, parent, before.id)))
    throw refusedField('parentId', 'would stand behind itself')
}

/** Whether a cause is, directly or indirectly, a cause of another. */
async function standsBehind(
  work: WorkService,
  principal: Principal,
  cause: WorkItem,
  id: number,
): Promise<boolean> {
  const parentId = (cause.content as Content)['parentId']
  if (typeof parentId !== 'number') return false
  if (parentId === id) return true
  return standsBehind(work, principal, await work.find(principal, 'cause', parentId), id)
}

async function checkGoal({ work }: Deps, principal: Principal, item: NewWorkItem<Content>): Promise<void> {
  await requirePart(work, principal, item, 'problem')
  const { indicatorKind, baseline, target } = item.content
  if (indicatorKind === 'process') return
  if (baseline == null)
    throw refusedField('baseline', 'where it stands today is needed, or nobody can say whether it is reached')
  if (target == null) throw refusedField('target', 'the number to reach is needed')
}

function chanceOfGoal({ content }: WorkItem<Content>): { readonly beyondChance: boolean | null } {
  return { beyondChance: isBeyondChance(content as unknown as GoalNumbers) }
}

async function checkMeasure(
  { work, areaKind }: Deps,
  principal: Principal,
  item: NewWorkItem<Content>,
): Promise<void> {
  const { type, beginsOn, endsOn, geometry, decision, cancelledBecause, causeIds, goalIds } = item.content
  if (item.partOf !== null) await requirePart(work, principal, item, 'problem')
  if (typeof beginsOn === 'string' && typeof endsOn === 'string' && endsOn < beginsOn)
    throw refusedField('endsOn', `must not be before it begins, ${beginsOn}`)
  if (type === 'social_targeted') {
    if (geometry != null) throw refusedField('geometry', 'a measure for chosen persons has no place on a map')
    if (areaKind(item.areaId) === 'place')
      throw refusedField('areaId', 'a measure for chosen persons is of a district, not of a place')
    if (namesFew(item.content))
      throw refusedField('title', 'no number under 5 stands in a measure for chosen persons')
  }
  if (item.state === 'cancelled' && cancelledBecause == null)
    throw refusedField('cancelledBecause', 'why it was broken off is needed')
  if (['decided', 'ongoing', 'done'].includes(item.state) && decision == null)
    throw refusedField('decision', 'who decided it, on which day, in which § of the minutes is needed')
  for (const id of causeIds as readonly number[]) await requireItem(work, principal, 'cause', id, 'causeIds')
  for (const id of goalIds as readonly number[]) await requireItem(work, principal, 'goal', id, 'goalIds')
}

/** Whether a text of a measure has a number below 5. */
function namesFew({ title, targetGroup }: Content): boolean {
  const numbers = [title, targetGroup].flatMap((text) =>
    typeof text === 'string' ? (text.match(/\d+/g) ?? []) : [],
  )
  return numbers.some((digits) => Number(digits) < MIN_TARGETED)
}

/** Whether a measure is decided or going on, and its last day has passed. */
export function isLateMeasure(
  { state, content }: Pick<WorkItem<object>, 'state' | 'content'>,
  today: string,
): boolean {
  return isLate(state, (content as Content).endsOn, today)
}

/** @throws DomainError `conflict` when it does not belong to an item of that kind of the same place */
async function requirePart(
  work: WorkService,
  principal: Principal,
  { partOf, areaId }: Pick<NewWorkItem, 'partOf' | 'areaId'>,
  kind: WorkKind,
): Promise<void> {
  if (partOf === null) throw refusedField('partOf', `the ${kind} that it belongs to is needed`)
  const whole = await requireItem(work, principal, kind, partOf, 'partOf')
  if (whole.areaId !== areaId) throw refusedField('partOf', `must be a ${kind} of the same place`)
}
