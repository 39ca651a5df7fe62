import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { useSite } from '../app/site-context.ts'
import { audienceField } from '../work/audience-field.ts'
import { isBeingEdited, ItemEdit } from '../work/item-edit.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { useWorkMessages } from '../work/messages.ts'
import { WorkRow } from '../work/work-row.tsx'
import { type BoardCase, createBoardCaseCalls } from './board-case-calls.ts'
import { caseBody, caseEditFields, caseFields, caseValues } from './case-fields.ts'
import { useBoardCaseMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import workStyles from '../work/work.module.css'
import styles from './cases-section.module.css'

interface CasesSectionProps {
  readonly areaId: number
  readonly cases: readonly BoardCase[]
  readonly mayWrite: boolean
  /** Reads the cases again. */
  readonly onStored: () => Promise<unknown>
}

/** What is laid before a board of an area: drafts to write on, what was filed, and a new one. */
export function CasesSection({ areaId, cases, mayWrite, onStored }: CasesSectionProps) {
  const { http } = useSite()
  const { cases: messages } = useBoardCaseMessages()
  const { work } = useWorkMessages()
  const calls = useMemo(() => createBoardCaseCalls(http), [])
  const audience = audienceField(work, 'authorities')
  // Read again once what was typed is no longer kept.
  const save = async (saving: Promise<unknown>) => {
    await saving
    void onStored()
  }
  return (
    <section class={styles.cases} aria-labelledby="cases">
      <h2 id="cases">{messages.title}</h2>
      <p class={prose.quiet}>{messages.lead}</p>
      {cases.length === 0 && <p class={prose.hint}>{messages.none}</p>}
      <ul class={workStyles.rows}>
        {cases.map((boardCase) => (
          <CaseRow key={boardCase.id} boardCase={boardCase}>
            {mayWrite && isOpen(boardCase) && (
              <ItemEdit
                name={nameOf(boardCase)}
                summary={messages.edit}
                item={boardCase}
                fields={caseEditFields(messages, audience)}
                values={caseValues(boardCase)}
                note={({ state }) => state === 'filed' && <p class={prose.hint}>{messages.fileHint}</p>}
                onSave={(values, revision) =>
                  save(calls.change('boardCases', boardCase.id, revision, caseBody(values)))
                }
                onReload={onStored}
              />
            )}
          </CaseRow>
        ))}
      </ul>
      {mayWrite && (
        <ItemForm
          name={`board case of ${areaId}`}
          summary={messages.add}
          save={messages.save}
          fields={caseFields(messages, audience)}
          onSave={(values) => save(calls.add('boardCases', { areaId, ...caseBody(values) }))}
        />
      )}
    </section>
  )
}

const nameOf = ({ id }: BoardCase) => `board case ${id}`

/** A draft, and one that somebody else has filed while one was writing: what was written stays to be read. */
function isOpen(boardCase: BoardCase): boolean {
  return boardCase.state === 'draft' || isBeingEdited(nameOf(boardCase))
}

interface CaseRowProps {
  readonly boardCase: BoardCase
  readonly children: ComponentChildren
}

function CaseRow({ boardCase, children }: CaseRowProps) {
  const { cases: messages, formats } = useBoardCaseMessages()
  const { form, title, board, caseNumber, referredBy, dueOn, late, state, filedOn } = boardCase
  return (
    <WorkRow
      title={title}
      mark={late ? messages.late : messages.states[state as keyof typeof messages.states]}
      late={late}
      lines={[
        messages.forms[form],
        board,
        caseNumber,
        referredBy === null ? null : messages.from(referredBy),
        dueOn === null ? null : messages.due(formats.date(dueOn)),
        filedOn === null ? null : messages.filedOn(formats.date(filedOn)),
      ]}
    >
      {children}
    </WorkRow>
  )
}
