import { useSignal } from '@preact/signals'
import { pathTo } from '../../../server/platform/http/paths.ts'
import type {
  ConsultationLinkResponse,
  MadeConsultationLinkResponse,
} from '../../../server/reviews/consultation-links/contract.ts'
import type { Consultation } from '../../../server/reviews/contract.ts'
import { REVIEW_PATHS } from '../../../server/reviews/paths.ts'
import { asFailure, type RequestFailed } from '../../app/api/problem.ts'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import { useSite, useTexts } from '../../app/site-context.ts'
import { useReview } from '../review-context.ts'
import { LinkForm, type NewLink } from './link-form.tsx'
import { MadeLink } from './made-link.tsx'
import { linkMessages } from './messages.ts'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'

interface LinkOfPartyProps {
  readonly consultation: Consultation
  /** The newest link of the party; null where there is none. */
  readonly link: ConsultationLinkResponse | null
  readonly onChange: () => void
}

/** The link by which a consulted party responds: made, shown once, revoked. */
export function LinkOfParty({ consultation, link, onChange }: LinkOfPartyProps) {
  const { review } = useReview()
  const { http, language } = useSite()
  const { formats } = useTexts()
  const messages = linkMessages[language.value]
  const shown = useSignal<'nothing' | 'form' | MadeConsultationLinkResponse>('nothing')
  const failure = useSignal<RequestFailed | null>(null)
  const attempt = async (work: () => Promise<void>) => {
    failure.value = null
    try {
      await work()
      onChange()
    } catch (error) {
      failure.value = asFailure(error)
    }
  }
  const make = (entry: NewLink) =>
    attempt(async () => {
      const path = pathTo(REVIEW_PATHS.consultationLinks, { id: review.id })
      shown.value = await http.send('POST', path, { number: consultation.number, ...entry })
    })
  const revoke = (id: number) =>
    attempt(async () => {
      shown.value = 'nothing'
      await http.send('POST', pathTo(REVIEW_PATHS.consultationLinkRevocation, { id }))
    })
  const { party } = consultation
  return (
    <div>
      {link !== null && (
        <p class={prose.hint}>{messages.states[link.state](formats.shortDate(link.lastDay))}</p>
      )}
      {shown.value === 'nothing' && (
        <p class={controls.row}>
          <button type="button" class={controls.linkButton} onClick={() => (shown.value = 'form')}>
            {link === null ? messages.make(party) : messages.again(party)}
          </button>
          {link?.state === 'open' && (
            <button type="button" class={controls.linkButton} onClick={() => void revoke(link.id)}>
              {messages.revoke(party)}
            </button>
          )}
        </p>
      )}
      {shown.value === 'form' && (
        <LinkForm number={consultation.number} onMake={make} onClose={() => (shown.value = 'nothing')} />
      )}
      {typeof shown.value === 'object' && (
        <MadeLink url={shown.value.url} onDone={() => (shown.value = 'nothing')} />
      )}
      {failure.value !== null && <FailureNote failure={failure.value} />}
    </div>
  )
}
