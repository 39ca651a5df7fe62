import { useEffect, useMemo } from 'preact/hooks'
import { createResource } from '../app/api/resource.ts'
import { walkAddress } from '../app/route.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { useSite } from '../app/site-context.ts'
import { CityText } from '../ui/city-text.tsx'
import { FINDING_NAMES } from './finding-names.ts'
import { useWalkMessages } from './messages.ts'
import { createWalkCalls, type Finding } from './walk-calls.ts'
import styles from './walk-page.module.css'
import prose from '../ui/prose.module.css'

interface OpenFindingsProps {
  /** The place or district; null for all. */
  readonly areaId: number | null
}

/** What was found on walks and waits for an answer, late ones first. */
export function OpenFindings({ areaId }: OpenFindingsProps) {
  const { http, session } = useSite()
  const { walks: messages } = useWalkMessages()
  const calls = useMemo(() => createWalkCalls(http), [])
  const found = useMemo(() => createResource<readonly Finding[]>(), [areaId])
  const load = () => found.load((signal) => calls.findings(areaId ?? undefined, signal))
  useEffect(() => void load(), [areaId, session.renewals.value])
  const { value, failure } = found.state.value
  const open = (value ?? []).filter(({ state, dueOn }) => state === 'open' && dueOn !== null)
  return (
    <section aria-labelledby="open-findings" data-part="open-findings">
      <h2 id="open-findings">{messages.open}</h2>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void load()} />}
      {value !== null && open.length === 0 && <p class={prose.hint}>{messages.nothingOpen}</p>}
      <ul class={styles.rows}>
        {open.map((finding) => (
          <OpenFinding key={finding.id} finding={finding} isOfOne={areaId !== null} />
        ))}
      </ul>
    </section>
  )
}

function OpenFinding({ finding, isOfOne }: { readonly finding: Finding; readonly isOfOne: boolean }) {
  const { language } = useSite()
  const { walks: messages, formats } = useWalkMessages()
  const { kind, near, who, dueOn, late, partOf, text, areaName } = finding
  return (
    <li class={styles.finding} data-late={late}>
      <div>
        <p>
          <a href={walkAddress(partOf!, language.value)}>{FINDING_NAMES[language.value][kind]}</a>
          {' · '}
          <CityText>
            {[isOfOne ? null : areaName, near].filter(Boolean).join(', ') || messages.whole}
          </CityText>
        </p>
        {text !== null && (
          <p class={styles.text}>
            <CityText>{text}</CityText>
          </p>
        )}
        <p class={prose.hint}>
          {who === null ? messages.nobody : <CityText>{messages.owner(who)}</CityText>} ·{' '}
          {messages.until(formats.shortDate(dueOn!))}
        </p>
      </div>
      {late && <span class={styles.state}>{messages.late}</span>}
    </li>
  )
}
