import { refusedField } from '../engine/errors.ts'
import type { Language } from '../platform/language.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { NewWorkItem, WorkItem, WorkRules } from '../work/index.ts'
import type { BoardCaseContent } from './contract.ts'

interface Deps {
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
}

/** The rules of consultations: noted once they were held, followed up with what came of them. */
export function consultationRules({ today }: Deps): WorkRules {
  return {
    check(_, { state, content: { heldOn, outcome } }) {
      if (String(heldOn) > today())
        throw refusedField('heldOn', 'a consultation is noted once it was held: today or earlier')
      if (state === 'followed-up' && outcome == null)
        throw refusedField('outcome', 'what came of it is needed')
    },
    derive: () => ({}),
  }
}

export interface CaseDeps extends Deps {
  /** The papers of a case as it is filed. */
  readonly filedPapers: (
    principal: Principal,
    of: Omit<NewWorkItem<BoardCaseContent>, 'kind'>,
  ) => Promise<Readonly<Record<Language, unknown>>>
}

/**
 * The rules of a board's cases: a referral has a sender and a due day, and what is filed stays as it was written, with
 * the facts of that day.
 */
export function boardCaseRules({ today, filedPapers }: CaseDeps): WorkRules {
  return {
    check(_, { dueOn, content: { form, referredBy } }, before) {
      if (before?.state === 'filed')
        throw refusedField('state', 'what was filed no longer changes; write a new case')
      if (form !== 'referral-answer') return
      if (referredBy == null) throw refusedField('referredBy', 'who has sent the referral is needed')
      if (dueOn === null) throw refusedField('dueOn', 'the day by which it is answered is needed')
    },
    async complete(principal, item) {
      if (item.state !== 'filed') return {}
      const papers = await filedPapers(principal, item as unknown as NewWorkItem<BoardCaseContent>)
      return { content: { filed: { on: today(), papers } } }
    },
    contentFor: (_, { filed: __, ...content }) => content,
    derive(item) {
      const { filed } = item.content as Partial<Pick<BoardCaseContent, 'filed'>>
      return { late: isLateCase(item, today()), filedOn: filed?.on ?? null }
    },
  }
}

/** Whether a case is a draft although its due day has passed. */
export function isLateCase({ state, dueOn }: Pick<WorkItem, 'state' | 'dueOn'>, today: string): boolean {
  return state === 'draft' && dueOn !== null && dueOn < today
}
