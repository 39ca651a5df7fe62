import type { CheckResponse, CheckResult } from '../../server/checks/contract.ts'
import { CityText } from '../ui/city-text.tsx'
import { EvidenceFiles } from './evidence-files.tsx'
import { useCheckMessages } from './messages.ts'
import styles from './provenance-note.module.css'
import blocks from '../ui/blocks.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'

/** The provenance of the figures: version, hash, methods, limits, sources; and their download. */
export function ProvenanceNote({ result }: { readonly result: CheckResult | CheckResponse }) {
  const { check: messages, dataset, language } = useCheckMessages()
  const { evidence, sha256 } = result
  const { provenance } = evidence
  return (
    <section class={`${blocks.block} ${styles.provenance}`} data-part="provenance">
      <h2 class={blocks.title}>{messages.provenance}</h2>
      <details class={prose.fold}>
        <summary>{messages.limits}</summary>
        <ul>
          {provenance.limits.map((limit) => (
            <li key={limit.en}>{limit[language]}</li>
          ))}
        </ul>
      </details>
      <details class={prose.fold}>
        <summary>{messages.methods}</summary>
        <ul>
          {provenance.methods.map((method) => (
            <li key={method.name}>
              <span lang="en">{method.name}</span> <small>{method.source}</small>
            </li>
          ))}
        </ul>
        <p>
          {dataset.sources}: <CityText>{provenance.sources.map(({ title }) => title).join(', ')}</CityText>
        </p>
      </details>
      <p class={prose.version}>
        {dataset.version}: <code>{provenance.snapshotVersion}</code>
        <br />
        {messages.hash}: <code>{sha256}</code>
      </p>
      <div class={controls.toolRow}>
        <EvidenceFiles result={result} />
        <button type="button" class={controls.quietButton} onClick={() => window.print()}>
          {messages.print}
        </button>
      </div>
    </section>
  )
}
