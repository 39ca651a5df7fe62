import { useSignal } from '@preact/signals'
import { SureButton } from '../work/sure-button.tsx'
import { useRequestMessages } from './messages.ts'
import type { Derived } from './request-calls.ts'
import prose from '../ui/prose.module.css'

/** What the figures would disclose of hidden ones, for whoever weighs secrecy. */
export function RequestAttack({ onAttack }: { readonly onAttack: () => Promise<readonly Derived[]> }) {
  const { requests: messages, formats } = useRequestMessages()
  const found = useSignal<readonly Derived[] | null>(null)
  const valueOf = ({ where, counts, register, group, from, to, low, high }: Derived) => {
    const region = messages.regions[counts](where)
    const what = `${messages.groups[group]}, ${messages.registers[register]}`
    const figure = messages.figureOf(region, what, formats.shortDays(from, to))
    return low < 0
      ? messages.unknown(figure)
      : messages.value(figure, formats.count(low), formats.count(high))
  }
  return (
    <>
      <SureButton
        label={messages.attack}
        note={messages.attackNote}
        onSure={async () => {
          found.value = null
          found.value = await onAttack()
        }}
      />
      <div role="status">
        {found.value?.length === 0 && <p>{messages.safe}</p>}
        {found.value !== null && found.value.length > 0 && (
          <div class={prose.note}>
            <p>{messages.derived}</p>
            <ul>
              {found.value.map((derived) => (
                <li key={valueOf(derived)}>{valueOf(derived)}</li>
              ))}
            </ul>
            <p>{messages.weigh}</p>
          </div>
        )}
      </div>
    </>
  )
}
