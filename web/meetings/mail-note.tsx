import { useSignal } from '@preact/signals'
import { asFailure, type RequestFailed } from '../app/api/problem.ts'
import { useResource } from '../app/api/use-resource.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { CityText } from '../ui/city-text.tsx'
import type { MeetingCalls, MeetingMail } from './meeting-calls.ts'
import { useMeetingMessages } from './messages.ts'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

interface MailNoteProps {
  readonly calls: MeetingCalls
  readonly meetingId: number
}

/** To whom the minutes went by mail, or that they went to nobody, and why. */
export function MailNote({ calls, meetingId }: MailNoteProps) {
  const { meetings: messages } = useMeetingMessages()
  const mail = useResource((signal) => calls.mail(meetingId, signal))
  const failed = useSignal<RequestFailed | null>(null)
  const { value } = mail.state.value
  if (value === null) return null
  const send = async () => {
    failed.value = null
    try {
      await calls.sendMail(meetingId)
      await mail.retry()
    } catch (error) {
      failed.value = asFailure(error)
    }
  }
  const isWhole = value.items.length > 0 && value.items.every(({ state }) => state === 'sent')
  return (
    <section aria-labelledby="mail" data-part="mail">
      <h2 id="mail">{messages.mail}</h2>
      {!value.isSet && <p class={prose.hint}>{messages.noMail}</p>}
      {value.isSet && value.items.length === 0 && <p class={prose.hint}>{messages.nobodyToMail}</p>}
      <ul>
        {value.items.map((item, k) => (
          <MailLine key={k} item={item} />
        ))}
      </ul>
      {failed.value !== null && <FailureNote failure={failed.value} />}
      {value.isSet && !isWhole && (
        <p>
          <button type="button" class={controls.button} onClick={() => void send()}>
            {messages.sendMail}
          </button>
        </p>
      )}
    </section>
  )
}

function MailLine({
  item: { organisation, state, sentAt, fault },
}: {
  readonly item: MeetingMail['items'][number]
}) {
  const { meetings: messages, formats } = useMeetingMessages()
  const day = sentAt === null ? '' : formats.date(sentAt.slice(0, 10))
  return (
    <li>
      <CityText>{organisation}</CityText>: {messages.mailStates[state](day)}
      {fault !== null && <span class={prose.hint}> ({messages.mailFault(fault)})</span>}
    </li>
  )
}
