import type { Finding } from '../../../server/contract/shapes.ts'
import { useTexts } from '../../state/workspace-context.ts'

interface FindingsProps {
  readonly findings: readonly Finding[]
  /** Shows the evidence with this id. */
  readonly onShow: (evidenceId: string) => void
}

/** What is known, in short statements, each with a way to what it rests on. */
export function Findings({ findings, onShow }: FindingsProps) {
  const { proposal: words, language } = useTexts()
  return (
    <ul class="findings">
      {findings.map((finding) => {
        const [first] = finding.evidence
        return (
          <li key={finding.id} class={finding.conclusive ? 'finding' : 'finding finding-open'}>
            <p>{finding[language]}</p>
            {first !== undefined && (
              <button
                type="button"
                class="link-button"
                aria-label={`${words.seeEvidence}: ${finding[language]}`}
                onClick={() => onShow(first)}
              >
                {words.seeEvidence}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
