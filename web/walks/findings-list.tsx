import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { ResponseForm } from './response-form.tsx'
import { FINDING_NAMES } from './finding-names.ts'
import { useWalkMessages } from './messages.ts'
import type { Finding, WalkCalls } from './walk-calls.ts'
import styles from './walk-page.module.css'
import prose from '../ui/prose.module.css'

interface FindingsListProps {
  readonly findings: readonly Finding[]
  /** What was found on the walk that this one repeats. */
  readonly earlier: readonly Finding[]
  readonly mayRespond: boolean
  readonly onRespond: (finding: Finding, patch: Parameters<WalkCalls['respond']>[1]) => Promise<boolean>
}

/** What was found, as a table: number, what and where, who answers, what came of it. */
export function FindingsList({ findings, earlier, mayRespond, onRespond }: FindingsListProps) {
  const { walks: messages } = useWalkMessages()
  const { columns } = messages
  return (
    <table class={styles.findings}>
      <thead>
        <tr>
          {[columns.number, columns.what, columns.who, columns.state].map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {findings.map((finding, k) => (
          <FindingRow
            key={finding.id}
            number={k + 1}
            finding={finding}
            before={earlier.find(({ id }) => id === finding.repeats) ?? null}
            {...(mayRespond && { onRespond: (patch) => onRespond(finding, patch) })}
          />
        ))}
      </tbody>
    </table>
  )
}

interface FindingRowProps {
  readonly number: number
  readonly finding: Finding
  readonly before: Finding | null
  readonly onRespond?: (patch: Parameters<WalkCalls['respond']>[1]) => Promise<boolean>
}

function FindingRow({ number, finding, before, onRespond }: FindingRowProps) {
  const { language } = useSite()
  const { walks: messages, formats } = useWalkMessages()
  const { kind, near, text, who, response, late, dueOn, state } = finding
  const names = FINDING_NAMES[language.value]
  return (
    <tr data-late={late} data-part="walk-finding">
      <td class={styles.number}>{number}</td>
      <td>
        <p class={styles.what}>
          {names[kind]} · <CityText>{near ?? messages.whole}</CityText>
        </p>
        {text !== null && (
          <p class={styles.text}>
            <CityText>{text}</CityText>
          </p>
        )}
        {before !== null && <p class={prose.hint}>{messages.before(names[before.kind])}</p>}
        {response !== null && (
          <p class={styles.response}>
            <CityText>{response}</CityText>
          </p>
        )}
        {onRespond !== undefined && dueOn !== null && (
          <ResponseForm finding={finding} onRespond={onRespond} />
        )}
      </td>
      <td>{who === null ? dueOn !== null && messages.nobody : <CityText>{who}</CityText>}</td>
      <td>
        <span class={styles.state}>
          {late
            ? messages.late
            : dueOn === null
              ? messages.recorded
              : messages.findingStates[state as keyof typeof messages.findingStates]}
        </span>
        {dueOn !== null && state === 'open' && (
          <p class={prose.hint}>{messages.until(formats.shortDate(dueOn))}</p>
        )}
      </td>
    </tr>
  )
}
