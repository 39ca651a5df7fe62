import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { ItemForm } from '../work/item-form.tsx'
import type { FormValues } from '../work/merge-edits.ts'
import { createNoticeCalls, type NoticeBoard } from './notice-calls.ts'
import { areaField, noticeBody, noticeFields, withPreparedText } from './notice-fields.ts'
import { NoticeRow } from './notice-row.tsx'
import { useNoticeMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'

/** What people are informed of, and a form that begins from a prepared text. @param areaId of one place; null = all */
export function NoticesSection({ areaId }: { readonly areaId: number | null }) {
  const { http, session } = useSite()
  const { notices: messages, formats } = useNoticeMessages()
  const calls = useMemo(() => createNoticeCalls(http), [])
  const board = useMemo(() => createResource<NoticeBoard>(), [areaId])
  const load = () => board.load((signal) => calls.board(areaId, signal))
  useEffect(() => void load(), [areaId, session.renewals.value])
  const { value, failure } = board.state.value
  const mayWrite = session.user.value?.rights.includes('notices.write') === true
  const ended = (value?.notices ?? []).filter(({ status }) => status === 'ended')
  const current = (value?.notices ?? []).filter(({ status }) => status !== 'ended')
  const rowsOf = (notices: NoticeBoard['notices']) => (
    <ul class={workStyles.rows}>
      {notices.map((notice) => (
        <NoticeRow
          key={notice.id}
          notice={notice}
          area={value?.areas.find(({ id }) => id === notice.areaId)?.name ?? null}
          owners={value?.owners ?? []}
          {...(mayWrite && {
            onChange: async (revision: number, patch: object) => {
              await calls.change(notice.id, revision, patch)
              await load()
            },
          })}
          onReload={load}
        />
      ))}
    </ul>
  )
  return (
    <section aria-labelledby="notices" data-part="notices">
      <h2 id="notices">{messages.title}</h2>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value !== null && current.length === 0 && <p class={prose.hint}>{messages.none}</p>}
      {rowsOf(current)}
      {mayWrite && value !== null && (
        <NoticeForm
          areaId={areaId}
          board={value}
          onAdd={async (body) => {
            await calls.add(body)
            await load()
          }}
        />
      )}
      {ended.length > 0 && (
        <details class={prose.fold}>
          <summary>{messages.earlier(formats.count(ended.length))}</summary>
          {rowsOf(ended)}
        </details>
      )}
    </section>
  )
}

interface NoticeFormProps {
  readonly areaId: number | null
  readonly board: NoticeBoard
  readonly onAdd: (body: object) => Promise<void>
}

function NoticeForm({ areaId, board: { areas, owners }, onAdd }: NoticeFormProps) {
  const { notices: messages, language } = useNoticeMessages()
  const placeIdOf = (values: FormValues) => areaId ?? Number(values['areaId'] ?? '')
  const placeOf = (values: FormValues) => areas.find(({ id }) => id === placeIdOf(values))?.name ?? null
  const fields = noticeFields({ messages, language, owners }, ['published', 'prepared'])
  return (
    <ItemForm
      name={`notice of ${areaId ?? 'the city'}`}
      summary={messages.add}
      save={messages.save}
      fields={areaId === null ? [areaField(messages, areas), ...fields] : fields}
      note={() => <p class={prose.hint}>{messages.lead}</p>}
      following={(values, before) => withPreparedText(values, before, placeOf)}
      onSave={(values) => onAdd({ areaId: placeIdOf(values), ...noticeBody(values) })}
    />
  )
}
