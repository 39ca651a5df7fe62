import { type DomainError, invalidField, refusedField } from '../engine/errors.ts'
import type { Audience } from '../platform/access/audience.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { EvidenceContent } from './contract.ts'
import { findItem, type NewWorkItem, type WorkRules, type WorkService } from '../work/index.ts'
import type { FiguresOf, KnownFigures } from './known-figures.ts'
import { EVIDENCE_RULES } from './messages.ts'
import { type Frozen, isForStaff, type Pointer } from './pointer.ts'
import type { StaffEvidence } from './staff-evidence.ts'

export interface EvidenceDeps {
  readonly work: WorkService
  readonly figuresOf: FiguresOf
  readonly staffEvidence: StaffEvidence
  /** Observations of a kind at a place, or in a district and its places, from a day through another. */
  readonly countObservations: (areaId: number, observed: string, from: string, to: string) => Promise<number>
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
}

const MONDAY = 1
const SUNDAY = 0

/** The rules of evidence: what it points at is there, and its value is frozen as it is attached. */
export function evidenceRules(deps: EvidenceDeps): WorkRules {
  return {
    async check(principal, item, before) {
      await requireWhole(deps.work, principal, item)
      const { pointer } = item.content as { readonly pointer: Pointer }
      if (isForStaff(pointer) && item.audience !== 'authorities')
        throw invalidField('conflict', { field: 'audience', rule: EVIDENCE_RULES.staffOnly })
      if (before !== null && JSON.stringify(before.content['pointer']) !== JSON.stringify(pointer))
        throw refusedField('pointer', 'what it points at stays: remove it and attach another')
      if (before === null && pointer.kind === 'observations') checkWeeks(pointer, deps.today())
    },
    async complete({ audience }, { areaId, content }, before) {
      if (before !== null) return {}
      const frozen = await freeze(deps, audience, areaId, content['pointer'] as Pointer)
      return { content: { frozen } }
    },
    contentFor({ audience }, content) {
      const { pointer, frozen } = content as Pick<EvidenceContent, 'pointer' | 'frozen'>
      if (!isForStaff(pointer)) return content
      return { ...content, frozen: deps.staffEvidence.frozenFor(audience, pointer, frozen) }
    },
    derive: () => ({}),
    async deriveEach(items, { audience }) {
      const known = new Map<number, KnownFigures>()
      for (const { areaId } of items) if (!known.has(areaId)) known.set(areaId, await deps.figuresOf(areaId))
      return Promise.all(
        items.map(async ({ areaId, content }) => {
          const { pointer, frozen } = content as unknown as EvidenceContent
          return isForStaff(pointer)
            ? deps.staffEvidence.seen(audience, areaId, pointer, frozen)
            : { exists: isThere(pointer, known.get(areaId)!), finding: null, withheld: [] }
        }),
      )
    },
  }
}

/** Evidence belongs to a problem or a cause of the same place, and is for no more people than that. */
async function requireWhole(
  work: WorkService,
  principal: Principal,
  { partOf, areaId, audience }: NewWorkItem,
): Promise<void> {
  if (partOf === null) throw refusedField('partOf', 'the problem or cause that it is about is needed')
  const whole =
    (await findItem(work, principal, 'problem', partOf)) ?? (await findItem(work, principal, 'cause', partOf))
  if (whole === null || whole.areaId !== areaId)
    throw refusedField('partOf', `there is no problem or cause of this place with id ${partOf}`)
  if (whole.audience === 'authorities' && audience !== 'authorities')
    throw refusedField('audience', 'must be authorities, as what it is about')
}

function checkWeeks({ from, to }: Extract<Pointer, { kind: 'observations' }>, today: string): void {
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
  if (weekday(from) !== MONDAY || weekday(to) !== SUNDAY || to < from)
    throw refusedField('pointer', 'observations are told by whole weeks: from a Monday through a Sunday')
  if (to >= today) throw refusedField('to', 'the last week is not over yet')
}

async function freeze(
  deps: EvidenceDeps,
  audience: Audience,
  areaId: number,
  pointer: Pointer,
): Promise<Frozen> {
  const none = { value: null, hidden: null, margin: null, source: null, version: deps.today() }
  if (isForStaff(pointer)) return { ...none, ...(await deps.staffEvidence.freeze(audience, areaId, pointer)) }
  if (pointer.kind === 'document') return none
  if (pointer.kind === 'observations') {
    const value = await deps.countObservations(areaId, pointer.observed, pointer.from, pointer.to)
    if (value === 0) throw refusedField('pointer', 'nothing of that kind was reported in those weeks')
    return { ...none, value }
  }
  const known = await deps.figuresOf(areaId)
  if (pointer.kind === 'survey') {
    const figure = known.surveys.find((survey) => isSame(survey, pointer, ['indicator', 'wave', 'group']))
    if (figure === undefined) throw noFigure()
    const { percent, marginPercent, source, wave } = figure
    return { ...none, value: percent, margin: marginPercent, source, version: wave }
  }
  const figure = known.released.find((released) => isSame(released, pointer, RELEASED_BY))
  if (figure === undefined) throw noFigure()
  const { count, publishedAt } = figure
  return typeof count === 'number'
    ? { ...none, value: count, version: publishedAt }
    : { ...none, hidden: count, version: publishedAt }
}

const RELEASED_BY = ['series', 'register', 'group', 'period'] as const

/** Whether what it points at can still be read: a release may be withdrawn, a wave replaced, an outline changed. */
function isThere(pointer: Pointer, known: KnownFigures): boolean {
  if (pointer.kind === 'survey')
    return known.surveys.some((survey) => isSame(survey, pointer, ['indicator', 'wave', 'group']))
  if (pointer.kind === 'release')
    return known.released.some((released) => isSame(released, pointer, RELEASED_BY))
  return true
}

function isSame<K extends string>(
  a: Readonly<Record<K, unknown>>,
  b: Readonly<Record<K, unknown>>,
  keys: readonly K[],
): boolean {
  return keys.every((key) => a[key] === b[key])
}

function noFigure(): DomainError {
  return refusedField('pointer', 'there is no such figure of this area now: choose one that there is')
}
