import { seriesOfArea } from '../releases/area-series.ts'
import { AreaMeasures } from './area-measures.tsx'
import { AreaSearch } from './area-search.tsx'
import { perceivedSafetyInArea } from '../surveys/perceived-safety.ts'
import { PerceivedSafetySection } from '../surveys/perceived-safety-section.tsx'
import { HelpSection } from './help-section.tsx'
import { PeriodsTable } from '../releases/periods-table.tsx'
import { usePublicData } from './public-context.ts'
import type { ReleaseArea } from '../releases/release.ts'
import { ReportedSection } from '../releases/reported-section.tsx'
import { TrustSection } from './trust-section.tsx'
import { useStartMessages } from './messages.ts'
import styles from './area-page.module.css'
import controls from '../ui/controls.module.css'

interface AreaPageProps {
  readonly area: ReleaseArea
  readonly onChoose: (area: string | null) => void
}

/** One area: reported, felt, what is done, where to turn, the table, and why to trust it. */
export function AreaPage({ area, onChoose }: AreaPageProps) {
  const { start, formats } = useStartMessages()
  const { areas, figures } = usePublicData()
  const series = seriesOfArea(figures.value, area.key)
  const { residents, landKm2 } = area
  return (
    <>
      <nav class={styles.nav} aria-label={start.otherArea}>
        <button type="button" class={controls.linkButton} onClick={() => onChoose(null)}>
          ← {start.backToAll}
        </button>
        <details class={styles.change}>
          <summary>{start.otherArea}</summary>
          <AreaSearch areas={areas.value} onChoose={({ key }) => onChoose(key)} />
        </details>
      </nav>
      <section class={styles.head}>
        <h1 tabIndex={-1}>{area.name}</h1>
        <p class={styles.facts}>
          {residents === null ? start.noResidents : start.residents(formats.count(residents))}
          {' · '}
          {start.land(formats.decimal(landKm2, 1))}
        </p>
      </section>
      <ReportedSection area={area} series={series} />
      <PerceivedSafetySection answers={perceivedSafetyInArea(figures.value, area.key)} />
      <AreaMeasures area={area} />
      <HelpSection />
      <PeriodsTable area={area} series={series} />
      <TrustSection />
    </>
  )
}
