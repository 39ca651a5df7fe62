import { useRef } from 'preact/hooks'
import type { CheckResponse, CheckResult, ExactCount } from '../../server/checks/contract.ts'
import { addDays, dayOfMidnight } from '../i18n/dates.ts'
import { CellsEvidence } from './cells-evidence.tsx'
import { CountsEvidence } from './counts-evidence.tsx'
import { ExactCounts } from './exact-counts.tsx'
import { Findings } from './findings.tsx'
import { PlacesEvidence } from './places-evidence.tsx'
import { ProfilesEvidence } from './profiles-evidence.tsx'
import type { Spotlight } from './spotlight.ts'
import { ProvenanceNote } from './provenance-note.tsx'
import { RanksEvidence } from './ranks-evidence.tsx'
import { ZonesEvidence } from './zones-evidence.tsx'
import { useCheckMessages } from './messages.ts'
import styles from './evidence-view.module.css'
import blocks from '../ui/blocks.module.css'
import prose from '../ui/prose.module.css'

interface EvidenceViewProps {
  readonly result: CheckResult | CheckResponse
  /** Counts inside the drawn line, where the reader may see them. */
  readonly exact?: readonly ExactCount[] | null
  /** Time of the cut as of which incidents are counted; null = now. */
  readonly cutAt?: string | null
  /** Lights findings on a map that is shown with them. */
  readonly spotlight?: Spotlight | null
}

/** A check: findings, then their evidence, which each finding links to. */
export function EvidenceView({ result, exact = null, cutAt = null, spotlight = null }: EvidenceViewProps) {
  const { check: messages, formats, language } = useCheckMessages()
  const root = useRef<HTMLDivElement>(null)
  const { evidence, sha256 } = result
  const { query } = evidence.provenance
  const days = formats.days(dayOfMidnight(query.from), addDays(dayOfMidnight(query.to), -1))

  const show = (id: string) => {
    const target = root.current?.querySelector<HTMLElement>(`[data-evidence~="${CSS.escape(id)}"]`)
    if (target == null) return
    for (
      let fold = target.closest('details');
      fold !== null;
      fold = fold.parentElement?.closest('details') ?? null
    )
      fold.open = true
    target.scrollIntoView({ block: 'center' })
    target.tabIndex = -1
    target.focus({ preventScroll: true })
  }
  return (
    <div ref={root} class={styles.evidence} data-part="evidence">
      <section class={blocks.block}>
        <h2 class={blocks.title}>{messages.findings}</h2>
        {evidence.provenance.notices.map((notice) => (
          <p key={notice.en} class={prose.note}>
            {notice[language]}
          </p>
        ))}
        <p class={prose.hint}>
          {messages.period(days)}
          {cutAt !== null && ` ${messages.cut(formats.date(cutAt))}`}
        </p>
        <Findings evidence={evidence} onShow={show} spotlight={spotlight} />
      </section>
      <section class={blocks.block}>
        <h2 class={blocks.title}>{messages.evidence}</h2>
        {evidence.counts.length > 0 && (
          <CountsEvidence counts={evidence.counts} zones={evidence.zones} periods={evidence.periods ?? []} />
        )}
        {exact !== null && <ExactCounts counts={exact} />}
        {evidence.ranks.length > 0 && <RanksEvidence ranks={evidence.ranks} />}
        <CellsEvidence cells={evidence.cells} />
        <ProfilesEvidence profiles={evidence.profiles} />
        <PlacesEvidence evidence={evidence} />
        <ZonesEvidence zones={evidence.zones} />
      </section>
      <ProvenanceNote result={result} key={sha256} />
    </div>
  )
}
