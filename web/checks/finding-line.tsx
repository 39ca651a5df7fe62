import type { Finding } from '../../server/checks/contract.ts'
import type { Spotlight } from './spotlight.ts'
import { useCheckMessages } from './messages.ts'
import styles from './findings.module.css'
import controls from '../ui/controls.module.css'

interface FindingLineProps {
  readonly finding: Finding
  /** The heading that it stands under, which its sentence does not repeat. */
  readonly heading: string
  readonly onShow: (evidenceId: string) => void
  readonly spotlight: Spotlight | null
}

/** A finding with a link to its evidence; under the pointer and in focus it is lit on the map. */
export function FindingLine({ finding, heading, onShow, spotlight }: FindingLineProps) {
  const { check: messages, language } = useCheckMessages()
  const [first] = finding.evidence
  const point = () => spotlight?.point(finding.id)
  const leave = () => spotlight?.point(null)
  return (
    <li
      class={finding.conclusive ? styles.finding : styles.open}
      data-part="finding"
      data-lit={spotlight?.lit.value === finding.id}
      onPointerEnter={point}
      onPointerLeave={leave}
      onFocusCapture={point}
      onBlurCapture={leave}
    >
      <p>{withoutHeading(finding[language], heading)}</p>{' '}
      {first !== undefined && (
        <button
          type="button"
          class={controls.linkButton}
          aria-label={`${messages.seeEvidence}: ${finding[language]}`}
          onClick={() => onShow(first)}
        >
          {messages.seeEvidence}
        </button>
      )}{' '}
      {spotlight !== null && (
        <button
          type="button"
          class={controls.linkButton}
          aria-label={`${messages.onMap}: ${finding[language]}`}
          aria-pressed={spotlight.kept.value === finding.id}
          onClick={({ currentTarget }) => {
            spotlight.keep(finding.id)
            // A sheet over the map may have been lowered by it.
            requestAnimationFrame(() => currentTarget.scrollIntoView({ block: 'nearest' }))
          }}
        >
          {messages.onMap}
        </button>
      )}
    </li>
  )
}

/** "Våld och hot: minst …" below the heading "Våld och hot" is "Minst …". */
function withoutHeading(text: string, heading: string): string {
  if (!text.startsWith(`${heading}: `)) return text
  const rest = text.slice(heading.length + 2)
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}
