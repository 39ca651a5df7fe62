import { useEffect, useMemo, useRef } from 'preact/hooks'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { PageFrame } from '../app/shell/page-frame.tsx'
import { useTitle } from '../app/shell/use-title.ts'
import { useSite } from '../app/site-context.ts'
import { EarlierImports } from './earlier-imports.tsx'
import { FilePicker } from './file-picker.tsx'
import { createImportCalls } from './import-calls.ts'
import { createImportDesk } from './import-desk.ts'
import { ImportStart } from './import-start.tsx'
import { useImportMessages } from './messages.ts'
import { PreviewReport } from './preview-report.tsx'
import styles from './imports-page.module.css'
import prose from '../ui/prose.module.css'

/** Takes files of incidents in: what a file would become, how it is read, its import, and earlier ones. */
export function ImportsPage() {
  const { http, session } = useSite()
  const { imports: messages } = useImportMessages()
  const isOver = useRef(false)
  const calls = useMemo(() => createImportCalls(http), [])
  const desk = useMemo(() => createImportDesk(calls, () => isOver.current), [])
  const categories = useResource((signal) => calls.categories(signal))
  const sources = useResource((signal) => calls.sources(signal))
  useTitle(messages.title)
  useEffect(() => {
    void desk.imports.load((signal) => calls.imports(signal))
    return () => (isOver.current = true)
  }, [])
  const { phase, value, failure } = desk.preview.state.value
  const known = sources.state.value.value
  const kinds = categories.state.value.value?.categories ?? []
  return (
    <PageFrame class={styles.page}>
      <h1>{messages.title}</h1>
      <p class={prose.quiet}>{messages.lead}</p>
      {session.demo.value && <p class={prose.note}>{messages.demo}</p>}
      <FilePicker desk={desk} />
      <div role="status">{phase === 'loading' && <p class={prose.waiting}>{messages.reading}</p>}</div>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void desk.preview.retry()} />}
      {sources.state.value.failure !== null && (
        <FailureNote failure={sources.state.value.failure} onRetry={() => void sources.retry()} />
      )}
      {value !== null && known !== null && (
        <div class={styles.columns} aria-busy={phase === 'loading'}>
          <PreviewReport desk={desk} preview={value} kinds={kinds} />
          <ImportStart desk={desk} preview={value} sources={known} kinds={kinds} />
        </div>
      )}
      <EarlierImports desk={desk} calls={calls} />
    </PageFrame>
  )
}
