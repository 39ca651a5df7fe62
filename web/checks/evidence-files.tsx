import type { CheckResponse, CheckResult } from '../../server/checks/contract.ts'
import { figuresCsv, figuresGeoJson } from '../../server/checks/figure-files.ts'
import { useCheckMessages } from './messages.ts'
import controls from '../ui/controls.module.css'

/** The evidence to take along: whole as JSON, its figures as CSV, and its cells as GeoJSON where they are known. */
export function EvidenceFiles({ result }: { readonly result: CheckResult | CheckResponse }) {
  const { check: messages } = useCheckMessages()
  const { evidence, sha256 } = result
  const name = `${evidence.provenance.demo ? 'exempelstad-' : ''}underlag-${sha256.slice(0, 12)}`
  const whole = () => save(`${name}.json`, 'application/json', JSON.stringify({ evidence, sha256 }, null, 2))
  return (
    <>
      <button type="button" class={controls.quietButton} onClick={whole}>
        {messages.download}
      </button>
      {evidence.counts.length > 0 && (
        <button
          type="button"
          class={controls.quietButton}
          onClick={() => save(`${name}.csv`, 'text/csv', figuresCsv(evidence))}
        >
          {messages.figuresCsv}
        </button>
      )}
      {'cells' in result && (
        <button
          type="button"
          class={controls.quietButton}
          onClick={() =>
            save(`${name}.geojson`, 'application/geo+json', JSON.stringify(figuresGeoJson(result)))
          }
        >
          {messages.figuresGeoJson}
        </button>
      )}
    </>
  )
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
