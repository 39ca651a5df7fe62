import type { CategoriesResponse } from '../app/api/responses.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { mapAddress } from '../app/route.ts'
import { useSite } from '../app/site-context.ts'
import { IMPORT_PATHS } from '../../server/import/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import { ActionButton } from '../ui/action-button.tsx'
import type { ImportStatus, Mapping, Preview, Source, SourceDeclaration } from './import-calls.ts'
import type { ImportDesk } from './import-desk.ts'
import { MappingForm } from './mapping-form.tsx'
import { useImportMessages } from './messages.ts'
import { SourceForm } from './source-form.tsx'
import styles from './imports-page.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

interface ImportStartProps {
  readonly desk: ImportDesk
  readonly preview: Preview
  readonly sources: readonly Source[]
  readonly kinds: CategoriesResponse['categories']
}

/** Of which source a file is and how it is read, to be corrected, and the button that takes it in. */
export function ImportStart({ desk, preview, sources, kinds }: ImportStartProps) {
  const { session } = useSite()
  const { imports: messages, formats } = useImportMessages()
  const mapping = desk.mapping.value
  if (mapping === null) return null
  const { phase, value: latest, failure } = desk.started.state.value
  const isRunning = phase === 'loading' || (latest !== null && latest.finishedAt === null)
  const isSettled = mapping.timeFormat !== null && !preview.missing.includes('crs')
  const isReady = isSettled && isDeclared(mapping) && preview.accepted > 0
  return (
    <section class={styles.settings} aria-label={messages.mapping}>
      <SourceForm source={mapping.source} sources={sources} onChange={(source) => desk.correct({ source })} />
      <MappingForm desk={desk} mapping={mapping} columns={preview.columns} kinds={kinds} />
      <p class={controls.row}>
        <ActionButton
          type="button"
          class={controls.button}
          idle={isRunning || !isReady || session.demo.value}
          onClick={() => void desk.start()}
        >
          {messages.start(formats.count(preview.accepted))}
        </ActionButton>
        <a class={controls.linkButton} href={mappingFile(mapping)} download="mapping.json">
          {messages.save}
        </a>
      </p>
      {!isSettled && <p class={prose.hint}>{messages.questionFirst}</p>}
      {isSettled && !isDeclared(mapping) && <p class={prose.hint}>{messages.fillIn}</p>}
      {failure !== null && <FailureNote failure={failure} />}
      <Progress latest={latest} isSending={phase === 'loading' && latest === null} />
    </section>
  )
}

/** How an import goes, and what came of it. */
function Progress({
  latest,
  isSending,
}: {
  readonly latest: ImportStatus | null
  readonly isSending: boolean
}) {
  const { language } = useSite()
  const { imports: messages, formats } = useImportMessages()
  return (
    <div role="status" data-part="import-progress">
      {isSending && <p class={prose.waiting}>{messages.sending}</p>}
      {latest !== null && latest.finishedAt === null && (
        <p class={prose.waiting}>{messages.merging(formats.count(latest.rowsRead))}</p>
      )}
      {latest?.state === 'done' && (
        <>
          <p>{messages.done(formats.count(latest.accepted), formats.count(latest.rejected))}</p>
          <p class={controls.row}>
            <a class={controls.quietButton} href={mapAddress(language.value)}>
              {messages.toMap}
            </a>
            {latest.rejected > 0 && (
              <a href={pathTo(IMPORT_PATHS.importRejects, { id: latest.id })} download>
                {messages.rejects}
              </a>
            )}
          </p>
        </>
      )}
      {latest?.state === 'failed' && (
        <div class={prose.failure}>
          <p class={prose.noteTitle}>{messages.failed}</p>
          <p>{latest.error}</p>
        </div>
      )}
    </div>
  )
}

function isDeclared({ source }: Mapping): boolean {
  if (typeof source === 'string') return true
  const { id, controller, legalBasis, purpose }: SourceDeclaration = source
  return [id, controller, legalBasis, purpose].every((text) => text.trim() !== '')
}

function mappingFile(mapping: Mapping): string {
  return `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(mapping, null, 2))}`
}
