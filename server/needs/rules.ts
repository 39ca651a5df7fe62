import { refusedField } from '../engine/errors.ts'
import {
  type NewWorkItem,
  requireItem,
  type WorkItem,
  type WorkRules,
  type WorkService,
} from '../work/index.ts'
import type { NeedService } from './need-service.ts'
import { workingDaysAfter } from './working-days.ts'

type Content = Readonly<Record<string, unknown>>

/** Working days within which a district answers. */
const REPLY_DAYS = 15

export interface NeedDeps {
  readonly work: WorkService
  readonly needs: NeedService
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  readonly areaKind: (id: number) => 'place' | 'district' | null
}

/** The rules of needs: each is open, taken into something that there is, or not now, with the reason. */
export function needRules({ work, needs }: NeedDeps): WorkRules {
  return {
    async check(principal, { state, content }) {
      const { proposalId, measureId, notNowBecause } = content
      if (state === 'not-now' && notNowBecause == null)
        throw refusedField('notNowBecause', 'why it is not met now is needed')
      if (state === 'taken' && proposalId == null && measureId == null)
        throw refusedField('proposalId', 'the proposal or measure that it is taken into is needed')
      if (typeof proposalId === 'number' && needs.proposalTitle(proposalId) === null)
        throw refusedField('proposalId', `there is no proposal with id ${proposalId}`)
      if (typeof measureId === 'number') await requireItem(work, principal, 'measure', measureId, 'measureId')
    },
    derive: ({ state, content: { proposalId } }) => ({
      takenInto: state === 'taken' && typeof proposalId === 'number' ? needs.proposalTitle(proposalId) : null,
    }),
  }
}

/** The rules of questions at an early stage: asked of a district about a proposal, answered by the district. */
export function questionRules({ needs, today, areaKind }: NeedDeps): WorkRules {
  return {
    check(_, item, before) {
      checkQuestion(item, before)
      if (areaKind(item.areaId) !== 'district')
        throw refusedField('areaId', 'a district is asked, not a place')
      if (before === null && needs.proposalTitle(item.content['proposalId'] as number) === null)
        throw refusedField('proposalId', `there is no proposal with id ${String(item.content['proposalId'])}`)
    },
    complete: (_, __, before) => (before === null ? { dueOn: workingDaysAfter(today(), REPLY_DAYS) } : {}),
    derive: ({ state, dueOn, content: { proposalId } }) => ({
      proposal: needs.proposalTitle(proposalId as number),
      late: isLateQuestion({ state, dueOn }, today()),
    }),
  }
}

function checkQuestion({ state, content }: NewWorkItem<Content>, before: WorkItem<Content> | null): void {
  if (before !== null && before.content['proposalId'] !== content['proposalId'])
    throw refusedField('proposalId', 'a question stays about the proposal that it was asked about')
  if (state === 'answered' && content['reply'] == null)
    throw refusedField('reply', 'the answer is needed: also that there are no needs')
}

/** Whether a district has not answered within its working days. */
export function isLateQuestion({ state, dueOn }: Pick<WorkItem, 'state' | 'dueOn'>, today: string): boolean {
  return state === 'asked' && dueOn !== null && dueOn < today
}
