import type { Account } from '../accounts/index.ts'
import type { AgreementContent } from '../agreements/index.ts'
import { type BoardCaseContent, isLateCase } from '../board-cases/index.ts'
import { isLateMeasure, type MeasureContent } from '../measures/index.ts'
import type { CommitmentService, Meeting } from '../meetings/index.ts'
import { isLateQuestion } from '../needs/index.ts'
import type { ObservationService } from '../observations/index.ts'
import { actorReference, type Principal } from '../platform/access/principal.ts'
import { hasRight } from '../platform/access/rights.ts'
import type { Language } from '../platform/language.ts'
import { isLateFinding } from '../walks/index.ts'
import type { WorkItem, WorkKind, WorkService } from '../work/index.ts'
import type { Digest, DigestLine } from './digest.ts'
import { DIGEST_MESSAGES, type DigestMessages } from './messages.ts'
import { isTheirs } from './theirs.ts'

export interface GatherDeps {
  readonly work: WorkService
  readonly commitments: Pick<CommitmentService, 'list'>
  readonly observations: Pick<ObservationService, 'queue'>
  readonly areaName: (id: number) => string | null
  readonly organisationName: (id: number) => Promise<string | null>
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
}

/** Whose letter it is, what has changed since when, and in which language. */
export interface DigestRequest {
  readonly principal: Principal
  readonly account: Pick<Account, 'role' | 'organisationId'>
  /** ISO 8601, UTC. */
  readonly since: string
  readonly language: Language
}

const MAX_LINES = 15
const DAYS_AHEAD = 14
const NOTICE_DAYS = 60
const DAY_MS = 86_400_000

type Content = Readonly<Record<string, unknown>>

/** Gathers what a letter says: everything is asked for as the account itself, so that it holds what it may read. */
export async function gatherDigest(deps: GatherDeps, request: DigestRequest): Promise<Digest> {
  const { principal, account, language } = request
  const organisation =
    account.organisationId === null ? null : await deps.organisationName(account.organisationId)
  const isOwn = (owner: unknown) =>
    account.role === 'coordinator' ||
    (typeof owner === 'string' && organisation !== null && isTheirs(owner, organisation))
  const of = async <C>(kind: WorkKind) =>
    (await deps.work.list(principal, { kind })) as readonly WorkItem<C>[]
  const material: Material = {
    commitments: await deps.commitments.list(principal),
    measures: await of<MeasureContent>('measure'),
    findings: mayRead(principal, 'walks.read') ? await of<Content>('finding') : [],
    meetings: mayRead(principal, 'meetings.read') ? ((await of('meeting')) as readonly Meeting[]) : [],
    questions: account.role === 'coordinator' ? await of<Content>('need-question') : [],
    cases: account.role === 'coordinator' ? await of<BoardCaseContent>('board-case') : [],
    agreements: mayRead(principal, 'measures.read') ? await of<AgreementContent>('agreement') : [],
    received: mayRead(principal, 'observations.read') ? await receivedCount(deps) : 0,
  }
  const context = { ...deps, words: DIGEST_MESSAGES[language], isOwn, day: deps.today() }
  return {
    late: lateOf(material, context).slice(0, MAX_LINES),
    waiting: waitingOf(material, context).slice(0, MAX_LINES),
    changed: changedOf(material, context, request).slice(0, MAX_LINES),
  }
}

interface Material {
  readonly commitments: Awaited<ReturnType<CommitmentService['list']>>
  readonly measures: readonly WorkItem<MeasureContent>[]
  readonly findings: readonly WorkItem<Content>[]
  readonly meetings: readonly Meeting[]
  readonly questions: readonly WorkItem<Content>[]
  readonly cases: readonly WorkItem<BoardCaseContent>[]
  readonly agreements: readonly WorkItem<AgreementContent>[]
  /** Observations that nobody has looked at. */
  readonly received: number
}

interface Context extends Pick<GatherDeps, 'areaName'> {
  readonly words: DigestMessages
  readonly isOwn: (owner: unknown) => boolean
  readonly day: string
}

const mayRead = ({ audience }: Principal, right: Parameters<typeof hasRight>[1]) => hasRight(audience, right)

async function receivedCount({ observations }: GatherDeps): Promise<number> {
  const { groups } = await observations.queue({ areaId: null, states: ['received'] })
  return groups.flat().length
}

function lateOf({ commitments, measures, findings, questions, cases }: Material, context: Context) {
  const { words, isOwn, day } = context
  const line = lineIn(context)
  const due = (on: string | null | undefined) => (on == null ? null : words.wasDue(on))
  return [
    ...commitments
      .filter(({ status, who }) => status === 'late' && isOwn(who))
      .map(({ what, who, dueOn, areaId }) => line(what, areaId, who, due(dueOn))),
    ...measures
      .filter((measure) => isLateMeasure(measure, day) && isOwn(measure.content.owner))
      .map(({ areaId, content: { title, owner, endsOn } }) => line(title, areaId, owner, due(endsOn))),
    ...findings
      .filter((finding) => isLateFinding(finding, day) && isOwn(finding.content['who']))
      .map(({ areaId, dueOn, content }) =>
        line(words.finding(textOf(content['text'])), areaId, textOf(content['who']), due(dueOn)),
      ),
    ...questions
      .filter((question) => isLateQuestion(question, day))
      .map(({ areaId, dueOn }) => line(words.question, areaId, due(dueOn))),
    ...cases
      .filter((boardCase) => isLateCase(boardCase, day))
      .map(({ areaId, dueOn, content: { form, title, board } }) =>
        line(words.boardCases[form](title), areaId, board, due(dueOn)),
      ),
  ]
}

function waitingOf({ meetings, findings, questions, agreements, received }: Material, context: Context) {
  const { words, isOwn, day } = context
  const line = lineIn(context)
  const until = (days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
  return [
    ...(received === 0 ? [] : [{ what: words.observations(received), about: [] }]),
    ...findings
      .filter(
        (finding) =>
          finding.state === 'open' &&
          finding.dueOn !== null &&
          !isLateFinding(finding, day) &&
          isOwn(finding.content['who']),
      )
      .map(({ areaId, dueOn, content }) =>
        line(words.finding(textOf(content['text'])), areaId, words.by(dueOn!)),
      ),
    ...questions
      .filter((question) => question.state === 'asked' && !isLateQuestion(question, day))
      .map(({ areaId, dueOn }) => line(words.question, areaId, dueOn && words.by(dueOn))),
    ...agreements
      .filter(({ state, content }) => state === 'decided' && content.endsOn <= until(NOTICE_DAYS))
      .map(({ areaId, content }) => line(words.agreement, areaId, words.ends(content.endsOn))),
    ...meetings
      .filter(({ state, dueOn }) => state === 'planned' && dueOn! >= day && dueOn! <= until(DAYS_AHEAD))
      .map(({ areaId, dueOn, content }) => line(words.meeting(words.forums[content.forum], dueOn!), areaId)),
  ]
}

/** What others wrote since the last letter, the newest first. */
function changedOf(
  { commitments, measures, findings }: Material,
  context: Context,
  { principal, since }: DigestRequest,
): readonly DigestLine[] {
  const { words } = context
  const self = actorReference(principal.actor)
  const all = [
    ...commitments.map(({ what, areaId, changed }) => ({ what, areaId, changed })),
    ...measures.map(({ areaId, changed, content }) => ({ what: content.title, areaId, changed })),
    ...findings.map(({ areaId, changed, content }) => {
      return { what: words.finding(textOf(content['text'])), areaId, changed }
    }),
  ]
  return all
    .filter(({ changed }) => changed.at > since && changed.by !== self)
    .toSorted((a, b) => b.changed.at.localeCompare(a.changed.at))
    .map(({ what, areaId }) => lineIn(context)(what, areaId))
}

const lineIn =
  ({ areaName }: Pick<Context, 'areaName'>) =>
  (what: string, areaId: number, ...about: readonly (string | null)[]): DigestLine => ({
    what,
    about: [areaName(areaId), ...about].filter((part): part is string => part !== null && part !== ''),
  })

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
