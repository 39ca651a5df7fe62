import { useSignal } from '@preact/signals'
import type { ProposalFile, ProposalPart } from '../../server/proposals/contract.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { CheckList } from '../ui/check-list.tsx'
import { ChoiceSelect } from '../ui/choice-select.tsx'
import { useProposal } from './proposal.ts'
import { SystemChoice } from './system-choice.tsx'
import { type ProposalTexts, useProposalMessages } from './messages.ts'
import styles from './file-choices.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** What a person has to choose of a file: its layer, its coordinate system, or which of its outlines are meant. */
export function FileChoices({ value }: { readonly value: ProposalFile }) {
  const { file } = useProposal()
  const { proposal: messages } = useProposalMessages()
  const { layers, likelySystems, cityOutline, parts } = value
  return (
    <section class={styles.choices} aria-label={messages.fileTitle(file.name.value ?? '')}>
      {layers.length > 0 && (
        <OneOf
          key="layer"
          label={messages.chooseLayer}
          choices={layers.map(({ name }) => name)}
          words={(name) => name}
          onUse={(layer) => void file.choose({ layer })}
        />
      )}
      {likelySystems.length > 0 && (
        <SystemChoice
          key={`crs ${file.name.value}`}
          systems={likelySystems}
          city={cityOutline}
          onUse={({ srid, swapped }) => void file.choose({ crs: srid, exchanged: swapped })}
        />
      )}
      {parts.length > 1 && <Parts key={file.name.value} value={value} />}
    </section>
  )
}

interface OneOfProps<T extends string | number> {
  readonly label: string
  readonly choices: readonly T[]
  readonly words: (choice: T) => string
  readonly onUse: (choice: T) => void
}

function OneOf<T extends string | number>({ label, choices, words: written, onUse }: OneOfProps<T>) {
  const { proposal: messages } = useProposalMessages()
  const chosen = useSignal<T>(choices[0]!)
  return (
    <>
      <ChoiceSelect
        label={label}
        value={chosen.value}
        choices={choices}
        words={written}
        onChange={(choice) => (chosen.value = choice)}
      />
      <button type="button" class={controls.button} onClick={() => onUse(chosen.peek())}>
        {messages.useChoice}
      </button>
    </>
  )
}

function Parts({ value: { parts, unused } }: { readonly value: ProposalFile }) {
  const { file } = useProposal()
  const texts = useProposalMessages()
  const { proposal: messages, formats } = texts
  const chosen = useSignal<readonly number[]>([])
  const byFeature = new Map(parts.map((part) => [part.feature, part]))
  return (
    <>
      <p class={prose.hint}>
        {messages.severalParts(formats.count(parts.length))}
        {unused > 0 && ` ${messages.unusedParts(formats.count(unused))}`}
      </p>
      <CheckList
        label={messages.chooseParts}
        options={parts.map(({ feature }) => feature)}
        labelOf={(feature) => partName(byFeature.get(feature)!, texts)}
        value={chosen}
      />
      <ActionButton
        type="button"
        class={controls.button}
        idle={chosen.value.length === 0}
        onClick={() => file.take(parts.filter(({ feature }) => chosen.peek().includes(feature)))}
      >
        {messages.useParts}
      </ActionButton>
      <button type="button" class={controls.quietButton} onClick={() => file.take(parts)}>
        {messages.useAllParts}
      </button>
    </>
  )
}

function partName(part: ProposalPart, { proposal: messages, formats }: ProposalTexts): string {
  const name = part.name ?? messages.unnamedPart(String(part.feature))
  const repaired = part.notice === null ? '' : `, ${messages.repairedPart}`
  return `${name} (${formats.area(part.areaM2)}${repaired})`
}
