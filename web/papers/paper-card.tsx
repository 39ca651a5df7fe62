import { Terms } from '../glossary/terms.tsx'
import { useSignal } from '@preact/signals'
import { useEffect, useMemo } from 'preact/hooks'
import type { PaperResponse } from '../../server/papers/contract.ts'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { usePaperMessages } from './messages.ts'
import {
  type AreaItems,
  type PaperAddress,
  type PaperAudience,
  type PaperCalls,
  paperHref,
  type PaperKind,
} from './paper-calls.ts'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'
import styles from './papers-page.module.css'

interface PaperCardProps {
  readonly kind: PaperKind
  readonly areaId: number
  readonly audience: PaperAudience
  readonly items: AreaItems
  readonly calls: PaperCalls
}

type CaseKind = 'statement' | 'referral-answer'
type ItemKind = 'grant-application' | 'board-report' | 'minutes' | CaseKind
const OF_CASE: readonly PaperKind[] = ['statement', 'referral-answer']
const OF_ITEM: readonly PaperKind[] = ['grant-application', 'board-report', 'minutes', ...OF_CASE]
const isOfItem = (kind: PaperKind): kind is ItemKind => OF_ITEM.includes(kind)

/** One paper: what it is, what it lacks, and how to open it. */
export function PaperCard({ kind, areaId, audience, items, calls }: PaperCardProps) {
  const { language } = useSite()
  const { papers: messages, formats } = usePaperMessages()
  const choices = isOfItem(kind) ? choicesOf(kind, items, messages, formats.date) : []
  const chosen = useSignal<number | null>(null)
  const itemId = isOfItem(kind) ? (chosen.value ?? choices[0]?.id ?? null) : null
  const isReady = !isOfItem(kind) || itemId !== null
  const forWhom = OF_CASE.includes(kind) ? null : audience
  const address: PaperAddress = { kind, areaId, itemId, audience: forWhom, language: language.value }
  return (
    <li class={styles.card}>
      <h2>
        <Terms>{messages.kinds[kind]}</Terms>
      </h2>
      <p class={prose.quiet}>{messages.about[kind]}</p>
      {isOfItem(kind) && choices.length === 0 && <p class={prose.hint}>{messages.noItem[kind]}</p>}
      {isOfItem(kind) && choices.length > 0 && (
        <label class={fields.field}>
          <span class={fields.label}>{messages.item[kind]}</span>
          <select
            value={itemId ?? ''}
            onChange={({ currentTarget }) => (chosen.value = Number(currentTarget.value))}
          >
            {choices.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      {isReady && <Lacking address={address} calls={calls} items={items} />}
      {isReady && (
        <p class={styles.actions}>
          <a
            class={controls.quietButton}
            href={paperHref(address, 'page')}
            aria-label={messages.openPaper(messages.kinds[kind])}
          >
            {messages.open}
          </a>
          <a href={paperHref(address, 'file')} download aria-label={messages.wordPaper(messages.kinds[kind])}>
            {messages.word}
          </a>
        </p>
      )}
    </li>
  )
}

interface LackingProps extends Pick<PaperCardProps, 'calls' | 'items'> {
  readonly address: PaperAddress
}

/** What a paper lacks, folded away. */
function Lacking({ address, calls, items }: LackingProps) {
  const { papers: messages } = usePaperMessages()
  const paper = useMemo(() => createResource<PaperResponse>(), [])
  const { kind, areaId, itemId, audience, language } = address
  useEffect(() => {
    void paper.load((signal) => calls.find(address, signal))
    return () => paper.clear()
  }, [kind, areaId, itemId, audience, language, items])
  const { value, failure } = paper.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void paper.retry()} />
  if (value === null) return null
  if (value.missing.length === 0) return <p>{messages.complete}</p>
  return (
    <details class={prose.fold}>
      <summary>{messages.lacks(value.missing.length)}</summary>
      <ul>
        {value.missing.map((text) => (
          <li key={text}>
            <CityText>{text}</CityText>
          </li>
        ))}
      </ul>
    </details>
  )
}

type Words = ReturnType<typeof usePaperMessages>['papers']

/** What a paper of that kind can be of. */
function choicesOf(
  kind: ItemKind,
  { measures, meetings, reports, cases }: AreaItems,
  messages: Words,
  day: (day: string) => string,
): readonly { readonly id: number; readonly name: string }[] {
  if (kind === 'grant-application') return measures.map(({ id, title }) => ({ id, name: title }))
  if (kind === 'minutes') return meetings.map(({ id, heldOn }) => ({ id, name: day(heldOn) }))
  const named = (id: number, name: string, state: string) => ({
    id,
    name: state === 'draft' ? `${name} (${messages.draft})` : name,
  })
  if (kind === 'board-report')
    return reports.map(({ id, occasion, year, board, state }) =>
      named(id, `${messages.occasions[occasion]} ${year}, ${board}`, state),
    )
  return cases.filter(({ form }) => form === kind).map(({ id, title, state }) => named(id, title, state))
}
