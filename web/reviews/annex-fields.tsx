import type { Signal } from '@preact/signals'
import { CITY_LANGUAGE } from '../../server/platform/messages.ts'
import type { AnnexClaim } from '../../server/reviews/contract.ts'
import { useReviewMessages } from './review-context.ts'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

export const AUTHORITY_ID = 'annex-authority'

/** An empty claim with the default provision on secrecy. */
export const NO_CLAIM: AnnexClaim = { statute: 'OSL 5 kap. 5 §', authority: '' }

interface AnnexFieldsProps {
  readonly claim: Signal<AnnexClaim>
  /** Whether a missing authority is reported. */
  readonly showsErrors: boolean
}

/** Inputs for the mark of the secret annex: provision and authority. The date is that of the lock. */
export function AnnexFields({ claim, showsErrors }: AnnexFieldsProps) {
  const { annex: messages } = useReviewMessages()
  const set = (part: Partial<AnnexClaim>) => (claim.value = { ...claim.peek(), ...part })
  const isMissing = showsErrors && claim.value.authority.trim() === ''
  return (
    <fieldset class={fields.plain}>
      <legend class={fields.label}>{messages.title}</legend>
      <p class={prose.hint}>{messages.lead}</p>
      <label class={fields.field}>
        <span class={fields.label}>{messages.statute}</span>
        <input
          type="text"
          lang={CITY_LANGUAGE}
          required
          maxLength={200}
          value={claim.value.statute}
          onInput={({ currentTarget }) => set({ statute: currentTarget.value })}
        />
      </label>
      <div class={fields.field}>
        <label class={fields.label} for={AUTHORITY_ID}>
          {messages.authority}
        </label>
        <input
          id={AUTHORITY_ID}
          type="text"
          lang={CITY_LANGUAGE}
          maxLength={200}
          value={claim.value.authority}
          aria-invalid={isMissing}
          aria-describedby={`${AUTHORITY_ID}-problem`}
          onInput={({ currentTarget }) => set({ authority: currentTarget.value })}
        />
        {isMissing && (
          <p class={fields.problem} id={`${AUTHORITY_ID}-problem`}>
            {messages.authorityNeeded}
          </p>
        )}
      </div>
    </fieldset>
  )
}
