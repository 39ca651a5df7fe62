import { invalidField } from '../engine/errors.ts'
import type { Clock } from '../platform/clock.ts'
import type { Completion, NewWorkItem, WorkItem, WorkRules } from '../work/index.ts'
import type { NoticeContent } from './contract.ts'
import type { NoticeEvent, NoticeStatus } from './enumerations.ts'
import { NOTICE_RULES } from './messages.ts'

type Content = Readonly<Record<string, unknown>>

export interface NoticeDeps {
  readonly clock: Clock
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
}

/** What stays longer is a measure, not a notice. */
const MAX_DAYS = 92
const DAY_MS = 86_400_000
/** Events whose words the police, or whoever else knows, agree to before anybody reads them. */
const AGREED_EVENTS: readonly NoticeEvent[] = ['violence', 'police_operation']
/** What a prepared text leaves open. */
const BLANK = /\[[^\]]*\]/
const WORDS = ['event', 'title', 'text', 'titleEn', 'textEn', 'agreedWith', 'source', 'owner'] as const
const SHOWN = [...WORDS, 'beginsOn', 'endsOn'] as const

/** The rules of notices: complete and public once published, corrected with the time, ended for good. */
export function noticeRules({ clock, today }: NoticeDeps): WorkRules {
  return {
    check(_, item, before) {
      checkStep(item.state, before)
      const content = item.content as unknown as NoticeContent
      if ((content.titleEn == null) !== (content.textEn == null)) throw refused('titleEn')
      if (content.beginsOn != null && content.endsOn != null && content.endsOn < content.beginsOn)
        throw refused('endsOn')
      if (item.state === 'published') requireComplete(item.audience, content)
      if (item.state === 'published' && content.endsOn! < today() && before?.state !== 'published')
        throw refused('endsOn', 'passed')
    },
    complete: (_, { state, content }, before) => stamped(state, content, before, clock),
    derive: ({ state, content }) => {
      const { publishedAt, correctedAt, ...own } = content as unknown as Partial<NoticeContent>
      const stamps = { publishedAt: publishedAt ?? null, correctedAt: correctedAt ?? null }
      return { ...stamps, status: noticeStatus(state, own, today()) }
    },
  }
}

/** How a notice stands on a day of the city. */
export function noticeStatus(
  state: string,
  { beginsOn, endsOn }: Partial<Pick<NoticeContent, 'beginsOn' | 'endsOn'>>,
  today: string,
): NoticeStatus {
  if (state === 'prepared') return 'prepared'
  if (state === 'ended' || endsOn == null || endsOn < today) return 'ended'
  return beginsOn != null && beginsOn > today ? 'waiting' : 'shown'
}

function checkStep(state: string, before: WorkItem | null): void {
  if (before?.state === 'ended') throw refused('state', 'ended')
  if (before?.state === 'published' && state === 'prepared') throw refused('state', 'published')
  if (state === 'ended' && before?.state !== 'published') throw refused('state', 'unpublished')
}

function requireComplete(audience: string, content: NoticeContent): void {
  const { event, beginsOn, endsOn, agreedWith } = content
  if (audience !== 'public') throw refused('audience')
  if (beginsOn == null || endsOn == null) throw refused('endsOn', 'missing')
  if ((Date.parse(endsOn) - Date.parse(beginsOn)) / DAY_MS >= MAX_DAYS) throw refused('endsOn', 'long')
  if (AGREED_EVENTS.includes(event) && agreedWith.length === 0) throw refused('agreedWith')
  const open = (['title', 'text', 'titleEn', 'textEn'] as const).find((name) =>
    BLANK.test(content[name] ?? ''),
  )
  if (open !== undefined) throw refused(open, 'blank')
}

/** When it was published, and when what people read of it was changed since. */
function stamped(
  state: string,
  content: NewWorkItem<Content>['content'],
  before: WorkItem<Content> | null,
  clock: Clock,
): Completion {
  if (before === null && state !== 'published') return { content: { publishedAt: null, correctedAt: null } }
  if (state !== 'published') return {}
  const now = new Date(clock.nowMs()).toISOString()
  if (before?.state !== 'published') return { content: { publishedAt: now, correctedAt: null } }
  const isChanged = SHOWN.some(
    (name) => JSON.stringify(content[name]) !== JSON.stringify(before.content[name]),
  )
  return isChanged ? { content: { correctedAt: now } } : {}
}

function refused(field: keyof typeof NOTICE_RULES, rule = 'rule') {
  const words = NOTICE_RULES[field] as Readonly<Record<string, { readonly sv: string; readonly en: string }>>
  return invalidField('unprocessable', { field, rule: words[rule]! })
}
