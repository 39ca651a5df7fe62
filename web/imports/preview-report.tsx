import { REJECT_WORDS } from '../../server/import/messages.ts'
import type { CategoriesResponse } from '../app/api/responses.ts'
import { CityText } from '../ui/city-text.tsx'
import { ExtentSketch } from './extent-sketch.tsx'
import type { ExampleRow, Preview, RejectReason } from './import-calls.ts'
import type { ImportDesk } from './import-desk.ts'
import { useImportMessages } from './messages.ts'
import { PositionChoice } from './position-choice.tsx'
import { PreviewQuestions } from './preview-questions.tsx'
import styles from './imports-page.module.css'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

interface PreviewReportProps {
  readonly desk: ImportDesk
  readonly preview: Preview
  readonly kinds: CategoriesResponse['categories']
}

/** What a file would become: how many rows, what speaks against it, the first ones, and where they lie. */
export function PreviewReport({ desk, preview, kinds }: PreviewReportProps) {
  const { imports: messages, formats, language } = useImportMessages()
  const { accepted, rowsRead, duplicates, sampled, from, to, notices, mapping, missing, columns } = preview
  // The form beside it asks for what a source needs.
  const warnings = ofKind(notices, 'warning').filter(({ code }) => code !== 'source-undeclared')
  const reasons = ofKind(notices, 'reason')
  // Days by the clock that the file's times are read by.
  const zone = mapping?.timezone ?? 'UTC'
  const day = (time: string) => formats.date(new Date(time).toLocaleDateString('sv-SE', { timeZone: zone }))
  return (
    <section class={styles.report} aria-label={messages.first}>
      <p class={styles.count} data-part="import-count">
        {messages.wouldAccept(formats.count(accepted), formats.count(rowsRead))}
      </p>
      {from !== null && to !== null && <p>{messages.period(day(from), day(to))}</p>}
      {sampled && <p class={prose.hint}>{messages.sampled(formats.count(rowsRead))}</p>}
      {duplicates > 0 && <p class={prose.hint}>{messages.duplicates(formats.count(duplicates))}</p>}
      <PreviewQuestions desk={desk} preview={preview} />
      {mapping === null && missing.length > 0 && (
        <>
          <p>{messages.nothing(missing.map((part) => messages.missing[part]).join(messages.and))}</p>
          <p class={prose.hint}>
            <CityText>{columns.join(', ')}</CityText>
          </p>
          {missing.includes('position') && columns.length > 1 && (
            <PositionChoice desk={desk} columns={columns} />
          )}
        </>
      )}
      {warnings.length > 0 && (
        <div class={prose.note}>
          <p class={prose.noteTitle}>{messages.against}</p>
          <ul>
            {warnings.map((notice) => (
              <li key={notice.code + notice.sv}>{notice[language]}</li>
            ))}
          </ul>
        </div>
      )}
      <Rejected preview={preview} />
      <Examples preview={preview} kinds={kinds} />
      <ExtentSketch extent={preview.extent} />
      {reasons.length > 0 && (
        <details class={prose.fold}>
          <summary>{messages.reasons}</summary>
          <ul>
            {reasons.map((notice) => (
              <li key={notice.code + notice.sv}>{notice[language]}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function ofKind(notices: Preview['notices'], kind: 'warning' | 'reason') {
  return notices.filter((notice) => notice.kind === kind)
}

/** How many rows are rejected by reason, and the first of them. */
function Rejected({ preview: { rejected, rejects } }: { readonly preview: Preview }) {
  const { imports: messages, formats, language } = useImportMessages()
  const reasons = Object.entries(rejected) as [RejectReason, number][]
  if (reasons.length === 0) return null
  return (
    <details class={prose.fold}>
      <summary>
        {messages.rejected}:{' '}
        {reasons
          .map(([reason, rows]) => messages.rejectedRows(REJECT_WORDS[reason][language], formats.count(rows)))
          .join('; ')}
      </summary>
      <ul>
        {rejects.map(({ line, column, detail }) => (
          <li key={`${line} ${detail}`}>
            {messages.line} {line}
            {column === null ? '' : `, ${column}`}: {detail}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Examples({ preview, kinds }: Pick<PreviewReportProps, 'preview' | 'kinds'>) {
  const { imports: messages, language } = useImportMessages()
  const rows = preview.examples.filter((row): row is ExampleRow => 'position' in row)
  if (rows.length === 0) return null
  const { columns } = messages
  const nameOf = (code: string) => kinds.find((kind) => kind.code === code)?.[language] ?? code
  const short = (time: string) => time.slice(0, 16).replace('T', ' ')
  return (
    <section class={tables.scroll} aria-label={messages.first} tabIndex={0}>
      <table class={tables.figuresWords}>
        <caption class={prose.hint}>{messages.first}</caption>
        <thead>
          <tr>
            {[messages.line, columns.id, columns.when, columns.what, columns.where].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row">{row.line}</th>
              <td>
                <CityText>{row.externalId ?? '–'}</CityText>
              </td>
              <td>{row.from === row.to ? short(row.from) : `${short(row.from)} – ${short(row.to)}`}</td>
              <td>{nameOf(row.category)}</td>
              <td>{[...row.position].reverse().join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
