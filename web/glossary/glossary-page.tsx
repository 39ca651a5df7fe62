import { useSignal } from '@preact/signals'
import { useContext, useEffect, useRef } from 'preact/hooks'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { ItemForm } from '../work/item-form.tsx'
import { EntryArticle } from './entry-article.tsx'
import { entryBody, entryFields } from './entry-fields.ts'
import type { EntryKind, GlossaryEntry } from './glossary-calls.ts'
import { GlossaryContext } from './glossary-store.ts'
import { useGlossaryMessages } from './messages.ts'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'
import styles from './glossary-page.module.css'

const KINDS: readonly EntryKind[] = ['term', 'duty', 'target-group']

/** The words of the programme, who answers for what, and the target groups. */
export function GlossaryPage() {
  const { session, language } = useSite()
  const store = useContext(GlossaryContext)!
  const { glossary: messages, app } = useGlossaryMessages()
  const query = useSignal('')
  const user = session.user.value
  const mayWrite = user?.rights.includes('glossary.write') ?? false
  useEffect(() => void store.load(), [])
  useTitle(messages.title)
  const { value, failure } = store.state.value
  useRequestedEntry(value !== null)
  const shown = (value ?? [])
    .filter((entry) => (mayWrite || !entry.retired) && matches(entry, language.value, query.value))
    .toSorted((a, b) => a[language.value].name.localeCompare(b[language.value].name, language.value))
  return (
    <PageFrame class={styles.page}>
      <h1>{messages.title}</h1>
      <p class="lead">{messages.lead}</p>
      <label class={`${fields.field} ${styles.search}`}>
        <span class={fields.label}>{messages.search}</span>
        <input
          type="search"
          value={query.value}
          onInput={({ currentTarget }) => (query.value = currentTarget.value)}
        />
      </label>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void store.load()} />}
      {value === null && failure === null && <p role="status">{app.loading}</p>}
      {value !== null && shown.length === 0 && <p role="status">{messages.nothingFound(query.value)}</p>}
      {KINDS.map((kind) => {
        const entries = shown.filter((entry) => entry.kind === kind)
        return (
          entries.length > 0 && (
            <section key={kind} class={styles.part} aria-labelledby={`kind-${kind}`}>
              <h2 id={`kind-${kind}`}>{messages.kinds[kind]}</h2>
              <p class={prose.quiet}>{messages.kindLeads[kind]}</p>
              <div class={styles.entries}>
                {entries.map((entry) => (
                  <EntryArticle
                    key={entry.key}
                    entry={entry}
                    store={store}
                    mayWrite={mayWrite}
                    mayRead={user !== null}
                  />
                ))}
              </div>
            </section>
          )
        )
      })}
      {mayWrite && value !== null && (
        <ItemForm
          name="new glossary entry"
          summary={messages.add}
          fields={entryFields(messages, null)}
          note={() => <p class={prose.hint}>{messages.public}</p>}
          onSave={async (values) => {
            await store.calls.add(values['kind'] as EntryKind, entryBody(values))
            await store.load()
          }}
        />
      )}
    </PageFrame>
  )
}

/** Moves to the entry that the address names, once it is there. */
function useRequestedEntry(isThere: boolean): void {
  const moved = useRef(false)
  useEffect(() => {
    if (!isThere || moved.current) return
    moved.current = true
    const entry = document.querySelector<HTMLElement>(`article[id="${CSS.escape(location.hash.slice(1))}"]`)
    entry?.scrollIntoView()
    entry?.focus({ preventScroll: true })
  }, [isThere])
}

function matches(entry: GlossaryEntry, language: 'sv' | 'en', query: string): boolean {
  const { name, text, forms } = entry[language]
  const wanted = query.trim().toLocaleLowerCase(language)
  return [name, text, ...forms].some((part) => part.toLocaleLowerCase(language).includes(wanted))
}
