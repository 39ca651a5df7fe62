import { CityText } from '../ui/city-text.tsx'
import { ItemForm } from '../work/item-form.tsx'
import { WorkRow } from '../work/work-row.tsx'
import type { NeedQuestion } from './need-calls.ts'
import { useNeedMessages } from './messages.ts'
import workStyles from '../work/work.module.css'

interface QuestionsListProps {
  readonly questions: readonly NeedQuestion[]
  readonly mayReply: boolean
  readonly onReply: (question: NeedQuestion, reply: string) => Promise<unknown>
}

/** What a district was asked about needs, with the day by which it answers; unanswered ones first. */
export function QuestionsList({ questions, mayReply, onReply }: QuestionsListProps) {
  const { needs: messages, formats } = useNeedMessages()
  if (questions.length === 0) return null
  const isOpen = ({ state }: NeedQuestion) => state === 'asked'
  const markOf = (question: NeedQuestion) => {
    if (question.late) return messages.late
    return isOpen(question) ? messages.waiting : messages.answered
  }
  return (
    <>
      <h3>{messages.questions}</h3>
      <ul class={workStyles.rows}>
        {questions
          .toSorted((a, b) => Number(isOpen(b)) - Number(isOpen(a)))
          .map((question) => (
            <WorkRow
              key={question.id}
              title={messages.asked(
                question.proposal ?? messages.goneProposal,
                formats.date(question.dueOn ?? ''),
              )}
              mark={markOf(question)}
              late={question.late}
            >
              {question.reply !== null && (
                <p>
                  <CityText>{question.reply}</CityText>
                </p>
              )}
              {mayReply && isOpen(question) && (
                <ItemForm
                  name={`answer to question ${question.id}`}
                  summary={messages.reply}
                  fields={[
                    {
                      name: 'reply',
                      label: messages.replyText,
                      kind: 'lines',
                      required: true,
                      maxLength: 1000,
                    },
                  ]}
                  onSave={({ reply = '' }) => onReply(question, reply)}
                />
              )}
            </WorkRow>
          ))}
      </ul>
    </>
  )
}
