import { useSignal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { ItemEdit } from '../work/item-edit.tsx'
import { entryBody, entryFields, entryValues } from './entry-fields.ts'
import type { EntryText, GlossaryEntry, GlossaryVersion } from './glossary-calls.ts'
import type { GlossaryStore } from './glossary-store.ts'
import { useGlossaryMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import styles from './glossary-page.module.css'

interface EntryArticleProps {
  readonly entry: GlossaryEntry
  readonly store: GlossaryStore
  readonly mayWrite: boolean
  /** Whether somebody is signed in, who may read who wrote what. */
  readonly mayRead: boolean
}

/** One entry: what it means, when it was changed, and, for whoever may, a form that words it anew. */
export function EntryArticle({ entry, store, mayWrite, mayRead }: EntryArticleProps) {
  const { language } = useSite()
  const { glossary: messages, formats } = useGlossaryMessages()
  const { key, kind, revision, changedAt, retired } = entry
  const text = entry[language.value]
  return (
    <article id={key} class={styles.entry} tabIndex={-1}>
      <h3>
        {text.name}
        {retired && <span class={styles.mark}>{messages.retired}</span>}
      </h3>
      <EntryBodyView text={text} />
      {mayRead && revision > 0 && changedAt !== null && (
        <p class={prose.hint}>{messages.changed(formats.date(changedAt))}</p>
      )}
      {mayRead && revision > 0 && <Versions key={`${key} ${revision}`} entryKey={key} store={store} />}
      {mayWrite && (
        <ItemEdit
          name={`glossary ${key}`}
          item={{ revision, changed: { name: null } }}
          fields={entryFields(messages, kind)}
          values={entryValues(entry)}
          onSave={async (values, from) => {
            await store.calls.change(key, from, entryBody(values))
            await store.load()
          }}
          onReload={store.load}
          note={() => <p class={prose.hint}>{messages.public}</p>}
        />
      )}
    </article>
  )
}

function EntryBodyView({ text }: { readonly text: EntryText }) {
  const { glossary: messages } = useGlossaryMessages()
  const more = (['afterEffects', 'tools', 'notOnMap'] as const).flatMap((field) =>
    text[field] === null ? [] : [[field, text[field]] as const],
  )
  return (
    <>
      <p>{text.text}</p>
      {more.length > 0 && (
        <dl class={styles.more}>
          {more.map(([field, value]) => (
            <div key={field}>
              <dt>{messages[field]}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}

interface VersionsProps {
  readonly entryKey: string
  readonly store: GlossaryStore
}

/** Every version of an entry with who wrote it, asked for when it is opened. */
function Versions({ entryKey, store }: VersionsProps) {
  const { language } = useSite()
  const { glossary: messages, formats, app } = useGlossaryMessages()
  const received = useMemo(() => createResource<readonly GlossaryVersion[]>(), [])
  const isOpen = useSignal(false)
  const toggle = (open: boolean) => {
    isOpen.value = open
    if (open && received.state.peek().phase === 'idle')
      void received.load((signal) => store.calls.versions(entryKey, signal))
  }
  const { value, failure } = received.state.value
  return (
    <details class={prose.fold} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
      <summary>{messages.versions}</summary>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void received.retry()} />}
      {value === null && failure === null && isOpen.value && <p role="status">{app.loading}</p>}
      <ol class={styles.versions}>
        {value?.toReversed().map(({ revision, changed, sv, en }) => (
          <li key={revision}>
            <p class={prose.quiet}>
              {changed === null
                ? messages.firstVersion
                : messages.version(
                    formats.count(revision),
                    formats.date(changed.at),
                    changed.name ?? messages.operations,
                  )}
            </p>
            {language.value === 'sv' ? (
              <CityText>{`${sv.name}: ${sv.text}`}</CityText>
            ) : (
              `${en.name}: ${en.text}`
            )}
          </li>
        ))}
      </ol>
    </details>
  )
}
