import { DomainError, invalidField } from '../engine/errors.ts'
import { actorReference, type Principal } from '../platform/access/principal.ts'
import type { Completion, NewWorkItem, WorkItem, WorkRules } from '../work/index.ts'
import type { RequestContent, RequestFields } from './contract.ts'
import { type OutlineOf, outlinesHash } from './counted-areas.ts'
import { isDecided } from './enumerations.ts'
import { REQUEST_RULES } from './messages.ts'

type Content = Readonly<Record<string, unknown>>

export interface RequestDeps {
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  readonly outlineOf: OutlineOf
}

const MAX_YEARS = 20
const UNDECIDED = { preparedBy: null, decidedBy: null, decidedOn: null, attackedWith: null }

/** The rules of requests for public records: prepared by one person, decided by another as it was prepared. */
export function requestRules(deps: RequestDeps): WorkRules {
  return {
    check(principal, item, before) {
      const { state, audience, content } = item
      if (audience !== 'authorities') throw refused('audience', 'audience')
      if (before !== null && isDecided(before.state)) throw refused('state', 'decided')
      const fields = content as unknown as RequestFields
      if (fields.receivedOn > deps.today()) throw refused('receivedOn', 'future')
      checkFigures(fields, deps)
      if (state === 'prepared' && givesNothing(fields) && fields.statute === null)
        throw refused('figures', 'nothing')
      if (!isDecided(state)) return
      checkDecider(principal, item, before)
      checkOutcome(state, fields)
      checkAttack(fields, before, deps)
    },
    complete(principal, { state, content }): Completion {
      const { figures, preparedBy = null } = content as unknown as RequestContent
      if (state === 'received') return { content: UNDECIDED }
      if (!isDecided(state)) return { content: { ...UNDECIDED, preparedBy: personOf(principal) } }
      const areaIds = [...new Set(figures.map(({ areaId }) => areaId))]
      const outlines = areaIds.map((areaId) => ({ areaId, ...deps.outlineOf(areaId)! }))
      const decided = { preparedBy, decidedBy: personOf(principal), decidedOn: deps.today() }
      return { content: { ...decided, outlines } }
    },
    // Requests of before there were attacks to name have none.
    contentFor: (_, content) => ({ attackedWith: null, ...content }),
    derive: () => ({ outlines: undefined }),
  }
}

function checkFigures({ figures }: RequestFields, { today, outlineOf }: RequestDeps): void {
  const known = new Set<string>()
  for (const { areaId, register, group, from, to, countedAs } of figures) {
    if (outlineOf(areaId) === null) throw refused('figures', 'area')
    if (to < from) throw refused('figures', 'order')
    if (to > today()) throw refused('figures', 'future')
    if (Number(to.slice(0, 4)) - Number(from.slice(0, 4)) > MAX_YEARS) throw refused('figures', 'years')
    const key = [areaId, register, group, from, to, countedAs].join()
    if (known.has(key)) throw refused('figures', 'twice')
    known.add(key)
  }
}

function checkDecider(
  { actor }: Principal,
  { content }: NewWorkItem<Content>,
  before: WorkItem<Content> | null,
): void {
  const preparedBy =
    before?.state === 'prepared' ? (before.content as unknown as RequestContent).preparedBy : null
  if (before === null || preparedBy == null) throw refused('state', 'unprepared')
  if (actor.kind === 'key') throw refused('state', 'key', 'forbidden')
  if (preparedBy.by === actorReference(actor)) throw refused('state', 'same', 'forbidden')
  if (preparedOf(before.content) !== preparedOf(content)) throw refused('state', 'changed')
}

/** What two persons agree on: all but the attack, which is the decider's own. */
function preparedOf(content: Content): string {
  return JSON.stringify({ ...content, attackedWith: undefined })
}

/** Counts are given out knowing what they disclose; that nothing was disclosed since, the database sees. */
function checkAttack(
  { figures, attackedWith }: RequestFields,
  before: WorkItem<Content> | null,
  { outlineOf }: RequestDeps,
): void {
  if (figures.length === 0) return
  if (attackedWith == null || attackedWith.revision !== before?.revision)
    throw refused('attackedWith', 'unattacked')
  const areaIds = figures.map(({ areaId }) => areaId)
  if (attackedWith.outlines !== outlinesHash(areaIds, outlineOf)) throw refused('attackedWith', 'borderMoved')
}

/** Explains the database's refusal of a decision after whose attack something else was disclosed. */
export function explainConflict(error: unknown): never {
  const isConflict =
    error instanceof DomainError && error.problems.some(({ field }) => field === 'attackedWith')
  throw isConflict ? refused('attackedWith', 'disclosedSince') : error
}

function checkOutcome(state: string, fields: RequestFields): void {
  const { statute, appeal } = fields
  if (state === 'refused' && !givesNothing(fields)) throw refused('figures', 'refusalGives')
  if (state !== 'refused' && givesNothing(fields)) throw refused('figures', 'givesNothing')
  if (state === 'given') {
    if (statute !== null) throw refused('statute', 'refusesNothing')
    return
  }
  if (statute === null) throw refused('statute', 'statute')
  if (appeal === null) throw refused('appeal', 'appeal')
}

function givesNothing({ figures, handedOut }: RequestFields): boolean {
  return figures.length === 0 && handedOut === null
}

function personOf({ actor }: Principal) {
  return { by: actorReference(actor), name: 'name' in actor ? actor.name : null }
}

function refused(
  field: keyof RequestFields | 'audience' | 'state',
  rule: keyof typeof REQUEST_RULES,
  code: 'conflict' | 'forbidden' = 'conflict',
) {
  return invalidField(code, { field, rule: REQUEST_RULES[rule] })
}
