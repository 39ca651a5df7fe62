import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ComparedCheck } from '../../server/checks/contract.ts'
import { ActionButton } from '../ui/action-button.tsx'
import { CityText } from '../ui/city-text.tsx'
import { ChoiceSelect } from '../ui/choice-select.tsx'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { DifferencesTable } from './differences-table.tsx'
import { useProposal } from './proposal.ts'
import { findingPairs } from './side-by-side.ts'
import { useProposalMessages } from './messages.ts'
import styles from './alternatives.module.css'
import blocks from '../ui/blocks.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'

/** The checked area and a saved proposal side by side. */
export function Alternatives() {
  const { saved, kept, comparison, compareWith, loadSaved } = useProposal()
  const { alternatives: messages, proposal } = useProposalMessages()
  useEffect(() => {
    if (saved.state.peek().phase === 'idle') void loadSaved()
  }, [])
  const others = (saved.state.value.value ?? []).filter(({ id }) => id !== kept.value?.id)
  const chosen = useSignal<number | null>(null)
  const [first] = others
  if (first === undefined) return null
  const titleOf = (id: number) => others.find((one) => one.id === id)?.properties.title ?? ''
  const current = others.find(({ id }) => id === chosen.value) ?? first
  const { phase, value, failure } = comparison.state.value
  return (
    <section class={blocks.block} data-part="alternatives">
      <h2 class={blocks.title}>{messages.title}</h2>
      <ChoiceSelect
        label={messages.with}
        value={current.id}
        choices={others.map(({ id }) => id)}
        words={titleOf}
        onChange={(id) => (chosen.value = id)}
      />
      <ActionButton
        type="button"
        class={`${controls.button} ${styles.compare}`}
        idle={phase === 'loading'}
        onClick={() => void compareWith(current)}
      >
        {messages.compare}
      </ActionButton>
      <div role="status" aria-live="polite">
        {phase === 'loading' && <p class={prose.waiting}>{proposal.checking}</p>}
      </div>
      {failure !== null && <FailureNote failure={failure} ownMessages={proposal.refused} />}
      {value !== null && phase === 'ready' && <SideBySide compared={value.found} title={value.title} />}
    </section>
  )
}

interface SideBySideProps {
  readonly compared: ComparedCheck
  /** Of the proposal that it is compared with. */
  readonly title: string
}

function SideBySide({ compared, title }: SideBySideProps) {
  const { kept } = useProposal()
  const { alternatives: messages, language } = useProposalMessages()
  const { alternative, evidence } = compared
  if (alternative === null) return null
  const own = kept.value?.properties.title ?? messages.thisArea
  return (
    <>
      <p>
        A: <CityText>{own}</CityText>
        <br />
        B: <CityText>{title}</CityText>
      </p>
      <DifferencesTable here={evidence} alternative={alternative} />
      <details class={prose.fold}>
        <summary>{messages.findings}</summary>
        <div class={tables.scroll} tabIndex={0} role="region" aria-label={messages.findings}>
          <table class={tables.figuresWords}>
            <thead>
              <tr>
                <th scope="col">A</th>
                <th scope="col">B</th>
              </tr>
            </thead>
            <tbody>
              {findingPairs(evidence, alternative.evidence).map(({ id, here, there }) => (
                <tr key={id}>
                  <td class={tables.words}>{here?.[language] ?? '–'}</td>
                  <td class={tables.words}>{there?.[language] ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}
