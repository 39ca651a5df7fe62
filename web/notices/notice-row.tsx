import { CityText } from '../ui/city-text.tsx'
import { ItemEdit } from '../work/item-edit.tsx'
import { WorkRow } from '../work/work-row.tsx'
import type { Notice } from './notice-calls.ts'
import { noticeBody, noticeFields, noticeValues } from './notice-fields.ts'
import { useNoticeMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import styles from './notice-row.module.css'

interface NoticeRowProps {
  readonly notice: Notice
  /** Name of its place or district. */
  readonly area: string | null
  readonly owners: readonly string[]
  /** Absent for whoever only reads. */
  readonly onChange?: (revision: number, patch: object) => Promise<unknown>
  readonly onReload: () => Promise<unknown>
}

/** A notice: its words, how it stands, whose it is; corrected, published and ended where it stands. */
export function NoticeRow({ notice, area, owners, onChange, onReload }: NoticeRowProps) {
  const { notices: messages, formats, language } = useNoticeMessages()
  const { id, title, text, state, status, source, owner, agreedWith, beginsOn, endsOn, correctedAt } = notice
  const isPublished = state === 'published'
  return (
    <WorkRow
      title={title}
      mark={messages.statuses[status]}
      lines={[
        area,
        beginsOn === null || endsOn === null ? null : formats.days(beginsOn, endsOn),
        messages.from(source),
        agreedWith.length === 0 ? null : messages.agreed(agreedWith.join(', ')),
        owner,
        correctedAt === null ? null : messages.corrected(formats.moment(correctedAt)),
      ]}
    >
      <p class={styles.text}>
        <CityText>{text}</CityText>
      </p>
      {onChange !== undefined && status !== 'ended' && (
        <ItemEdit
          name={`notice ${id}`}
          item={notice}
          summary={isPublished ? messages.correct : messages.publish}
          fields={noticeFields(
            { messages, language, owners },
            isPublished ? ['published', 'ended'] : ['prepared', 'published'],
          )}
          values={noticeValues(notice)}
          note={() => (isPublished ? <p class={prose.hint}>{messages.correctNote}</p> : null)}
          onSave={(values, revision) => onChange(revision, noticeBody(values))}
          onReload={onReload}
        />
      )}
    </WorkRow>
  )
}
