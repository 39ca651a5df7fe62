import type { Evidence, Finding } from '../../server/checks/contract.ts'
import { useCategoryName } from '../app/city/category-names.ts'
import { findingsByGroup } from './findings-by-group.ts'
import { useCheckMessages } from './messages.ts'
import styles from './findings.module.css'
import controls from '../ui/controls.module.css'

interface FindingsProps {
  readonly evidence: Evidence
  /** Shows the evidence with this id. */
  readonly onShow: (evidenceId: string) => void
}

/** The findings by group, each with a link to its evidence. */
export function Findings({ evidence, onShow }: FindingsProps) {
  const categoryName = useCategoryName()
  const { check: messages } = useCheckMessages()
  return (
    <>
      {findingsByGroup(evidence).map(({ group, findings }) => {
        const heading = group === null ? messages.placeFindings : categoryName(group)
        return (
          <section key={group ?? ''} class={styles.group}>
            <h3>{heading}</h3>
            <ul class={styles.findings}>
              {findings.map((finding) => (
                <FindingLine key={finding.id} finding={finding} heading={heading} onShow={onShow} />
              ))}
            </ul>
          </section>
        )
      })}
    </>
  )
}

interface FindingLineProps {
  readonly finding: Finding
  readonly heading: string
  readonly onShow: (evidenceId: string) => void
}

function FindingLine({ finding, heading, onShow }: FindingLineProps) {
  const { check: messages, language } = useCheckMessages()
  const text = withoutHeading(finding[language], heading)
  const [first] = finding.evidence
  return (
    <li class={finding.conclusive ? styles.finding : styles.open} data-part="finding">
      <p>{text}</p>{' '}
      {first !== undefined && (
        <button
          type="button"
          class={controls.linkButton}
          aria-label={`${messages.seeEvidence}: ${finding[language]}`}
          onClick={() => onShow(first)}
        >
          {messages.seeEvidence}
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
