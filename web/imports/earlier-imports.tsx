import { IMPORT_PATHS } from '../../server/import/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { SureButton } from '../work/sure-button.tsx'
import type { ImportCalls, ImportStatus } from './import-calls.ts'
import type { ImportDesk } from './import-desk.ts'
import { useImportMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'
import tables from '../ui/tables.module.css'

interface EarlierImportsProps {
  readonly desk: ImportDesk
  readonly calls: ImportCalls
}

/** Files that were taken in: what came of each, its rejected rows, and its undoing. */
export function EarlierImports({ desk, calls }: EarlierImportsProps) {
  const { imports: messages } = useImportMessages()
  const { value, failure } = desk.imports.state.value
  return (
    <section class={sections.section} aria-labelledby="earlier-imports">
      <h2 id="earlier-imports">{messages.earlier}</h2>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void desk.imports.retry()} />}
      {value?.length === 0 && <p class={prose.hint}>{messages.noneYet}</p>}
      {value !== null && value.length > 0 && (
        <section class={tables.scroll} aria-label={messages.earlier} tabIndex={0}>
          <table class={tables.figures}>
            <thead>
              <tr>
                <th scope="col">{messages.file}</th>
                <th scope="col">{messages.when}</th>
                <th scope="col">{messages.state}</th>
                <th scope="col">{messages.accepted}</th>
                <th scope="col">{messages.rejectedCount}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {value.map((status) => (
                <ImportRow key={status.id} status={status} desk={desk} calls={calls} />
              ))}
            </tbody>
          </table>
        </section>
      )}
    </section>
  )
}

interface ImportRowProps extends EarlierImportsProps {
  readonly status: ImportStatus
}

function ImportRow({ status, desk, calls }: ImportRowProps) {
  const { session } = useSite()
  const { imports: messages, formats } = useImportMessages()
  const { id, fileName, state, startedAt, accepted, rejected, error } = status
  const mayUndo = state === 'done' && !session.demo.value
  return (
    <tr>
      <th scope="row">
        <CityText>{fileName}</CityText>
      </th>
      <td class={tables.words}>{formats.moment(startedAt)}</td>
      <td class={tables.words}>
        {messages.states[state]}
        {error !== null && <small>{error}</small>}
      </td>
      <td>{formats.count(accepted)}</td>
      <td>
        {rejected === 0 ? (
          formats.count(0)
        ) : (
          <a
            href={pathTo(IMPORT_PATHS.importRejects, { id })}
            aria-label={messages.rejectsOf(formats.count(rejected), fileName)}
            download
          >
            {formats.count(rejected)}
          </a>
        )}
      </td>
      <td>
        {mayUndo && (
          <SureButton
            label={messages.undo}
            name={messages.undoOf(fileName)}
            isQuiet
            onSure={async () => {
              if (!window.confirm(messages.undoSure(fileName))) return
              await calls.undo(id)
              await desk.imports.load((signal) => calls.imports(signal))
            }}
          />
        )}
      </td>
    </tr>
  )
}
