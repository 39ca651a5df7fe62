import type { ComponentChildren } from 'preact'
import { WorkRow } from '../work/work-row.tsx'
import type { Need } from './need-calls.ts'
import { useNeedMessages } from './messages.ts'

interface NeedRowProps {
  readonly need: Need
  /** Title of the measure that it is taken into. */
  readonly measure?: string | null
  readonly children?: ComponentChildren
}

/** A need in one sentence, where it was heard, and what became of it. */
export function NeedRow({ need, measure = null, children }: NeedRowProps) {
  const { needs: messages } = useNeedMessages()
  const { sentence, source, state, takenInto, notNowBecause } = need
  const into = takenInto ?? (state === 'taken' ? measure : null)
  return (
    <WorkRow
      title={sentence}
      mark={messages.states[state as keyof typeof messages.states]}
      lines={[
        messages.sources[source],
        into === null ? null : messages.into(into),
        state === 'not-now' && notNowBecause !== null ? messages.because(notNowBecause) : null,
      ]}
    >
      {children}
    </WorkRow>
  )
}
