import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import type { CityOutline, ProposalFile } from '../../server/proposals/contract.ts'
import { useProposalMessages } from './messages.ts'
import { SystemSketch } from './system-sketch.tsx'
import styles from './system-choice.module.css'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

type LikelySystem = ProposalFile['likelySystems'][number]
type ChosenSystem = Pick<LikelySystem, 'srid' | 'swapped'>

interface SystemChoiceProps {
  readonly systems: readonly LikelySystem[]
  /** Null while the city has no study area: then there is nothing to draw them beside. */
  readonly city: CityOutline | null
  readonly onUse: (system: ChosenSystem) => void
}

/** Asks for a file's coordinate system by showing where each would put the file; another is named by its number. */
export function SystemChoice({ systems, city, onUse }: SystemChoiceProps) {
  const { proposal: messages } = useProposalMessages()
  const chosen = useSignal(0)
  const code = useSignal('')
  const name = useId()
  const srid = Number(code.value)
  const system = code.value === '' ? systems[chosen.value]! : { srid, swapped: false }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        onUse(system)
      }}
    >
      <fieldset class={fields.plain}>
        <legend class={styles.legend}>{messages.chooseCrs}</legend>
        <p class={prose.hint}>{messages.crsHint}</p>
        <ul class={styles.list}>
          {systems.map((system, index) => (
            <li key={`${system.srid} ${system.swapped}`}>
              <label class={styles.choice}>
                <input
                  type="radio"
                  name={name}
                  checked={code.value === '' && chosen.value === index}
                  onChange={() => {
                    chosen.value = index
                    code.value = ''
                  }}
                />
                {city !== null && <SystemSketch city={city} points={system.points} />}
                <SystemWords system={system} />
              </label>
            </li>
          ))}
        </ul>
        <label class={fields.field}>
          <span class={fields.label}>{messages.otherCrs}</span>
          <input
            type="text"
            inputMode="numeric"
            autocomplete="off"
            pattern="[0-9]{4,6}"
            title={messages.otherCrsRule}
            value={code.value}
            onInput={({ currentTarget }) => (code.value = currentTarget.value.trim())}
          />
        </label>
      </fieldset>
      <button type="submit" class={controls.button}>
        {messages.useChoice}
      </button>
    </form>
  )
}

function SystemWords({ system: { srid, name, swapped, place } }: { readonly system: LikelySystem }) {
  const { proposal: messages, language } = useProposalMessages()
  return (
    <span class={styles.words}>
      <strong class={styles.place}>{place[language]}</strong>
      <span class={styles.name}>
        {name}, EPSG:{srid}
        {swapped && `, ${messages.exchangedCrs}`}
      </span>
    </span>
  )
}
