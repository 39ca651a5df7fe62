import { useEffect, useMemo } from 'preact/hooks'
import type { ChecklistView } from '../../../server/reviews/checklist/contract.ts'
import { REVIEW_PATHS } from '../../../server/reviews/paths.ts'
import { pathTo } from '../../../server/platform/http/paths.ts'
import { createResource } from '../../app/api/resource.ts'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import { useSite } from '../../app/site-context.ts'
import { Terms } from '../../glossary/terms.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { PartStatus } from '../part-status.tsx'
import { useReview } from '../review-context.ts'
import { ChecklistReading } from './checklist-reading.tsx'
import { type ChecklistForm, createChecklistForm } from './checklist-draft.ts'
import { checklistMessages } from './messages.ts'
import { QuestionFields } from './question-fields.tsx'
import styles from './checklist.module.css'
import reviewSection from '../review-section.module.css'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'

/** The checklist of a review: a form until the evidence is locked, then as it was. */
export function ChecklistSection() {
  const { review, model } = useReview()
  const site = useSite()
  const messages = checklistMessages[site.language.value]
  const view = useMemo(() => createResource<ChecklistView>(), [])
  const kept = review.checklist?.responses
  const form = useMemo(() => createChecklistForm(kept ?? {}), [])
  const read = () =>
    view.load((signal) => site.http.get(pathTo(REVIEW_PATHS.reviewChecklist, { id: review.id }), signal))
  // What may be pointed at follows the evidence.
  useEffect(() => void read(), [review.computedAt])
  useEffect(() => form.follow(kept ?? {}), [kept])
  const open = review.mayEdit && (review.state === 'draft' || review.state === 'screening')
  const { value, failure } = view.state.value
  return (
    <section class={reviewSection.section} aria-labelledby="checklist">
      <h2 id="checklist" tabIndex={-1}>
        <Terms>{messages.title}</Terms>
      </h2>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void read()} />}
      {value === null && failure === null && <p role="status">{messages.loading}</p>}
      {value !== null && !open && <ChecklistReading view={value} />}
      {value !== null && open && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const filled = { version: value.checklist.version, responses: form.responses() }
            void model.act('checklist', { kind: 'fill', filled })
          }}
        >
          <Questions view={value} form={form} />
        </form>
      )}
      <PartStatus part="checklist" />
    </section>
  )
}

function Questions({ view, form }: { readonly view: ChecklistView; readonly form: ChecklistForm }) {
  const { model } = useReview()
  const language = useSite().language.value
  const messages = checklistMessages[language]
  const { aspects, title, source } = view.checklist
  const drafts = form.drafts.value
  const isDone = ({ id }: { readonly id: string }) => (drafts[id]?.response ?? null) !== null
  const all = aspects.flatMap(({ questions }) => questions)
  return (
    <>
      <p class={prose.hint}>
        {messages.lead} {messages.becomesPublic} {title[language]}: {source[language]}
      </p>
      {aspects.map(({ id, name, questions }) => (
        <details key={id} class={`${prose.fold} ${styles.aspect}`}>
          <summary>
            {name[language]}{' '}
            <small>
              {messages.progress(String(questions.filter(isDone).length), String(questions.length))}
            </small>
          </summary>
          {questions.map((question) => (
            <QuestionFields key={question.id} question={question} citable={view.citable} form={form} />
          ))}
        </details>
      ))}
      <div class={reviewSection.saveRow}>
        <ActionButton class={controls.button} idle={!form.changed.value || model.busy.value === 'checklist'}>
          {messages.save}
        </ActionButton>
        <p class={prose.hint}>
          {messages.progress(String(all.filter(isDone).length), String(all.length))}
          {form.changed.value && `. ${messages.unsaved}`}
        </p>
      </div>
    </>
  )
}
