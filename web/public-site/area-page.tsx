import type { PublicWork } from '../../server/public-site/work/contract.ts'
import { seriesOfArea } from '../releases/area-series.ts'
import { AreaPromises } from './area-promises.tsx'
import { AreaMeasures } from './area-measures.tsx'
import { AreaSearch } from './area-search.tsx'
import { perceivedSafetyInArea } from '../surveys/perceived-safety.ts'
import { PerceivedSafetySection } from '../surveys/perceived-safety-section.tsx'
import { isOfArea } from './is-of-area.ts'
import { NoticesSection } from './notices-section.tsx'
import { HelpSection } from './help-section.tsx'
import { PeriodsTable } from '../releases/periods-table.tsx'
import { usePublicData } from './public-context.ts'
import type { ReleaseArea } from '../releases/release.ts'
import { ReportedSection } from '../releases/reported-section.tsx'
import { TrendSection } from '../releases/trend/trend-section.tsx'
import { TrustSection } from './trust-section.tsx'
import { useStartMessages } from './messages.ts'
import styles from './area-page.module.css'
import controls from '../ui/controls.module.css'

interface AreaPageProps {
  readonly area: ReleaseArea
  readonly onChoose: (area: string | null) => void
}

/** The page of one area: reports, perceived safety, measures, help, the table, and trust. */
export function AreaPage({ area, onChoose }: AreaPageProps) {
  const { start, formats } = useStartMessages()
  const { areas, figures, work: marked } = usePublicData()
  const series = seriesOfArea(figures.value, area.key)
  const { residents, landKm2 } = area
  const work = workOf(area, marked.state.value.value)
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
      <NoticesSection area={area} />
      <ReportedSection area={area} series={series} />
      <TrendSection area={area} series={series} releases={figures.value} />
      <PerceivedSafetySection answers={perceivedSafetyInArea(figures.value, area.key)} />
      <AreaMeasures area={area} work={work} series={series} />
      <AreaPromises promises={work.promises} />
      <HelpSection />
      <PeriodsTable area={area} series={series} />
      <TrustSection />
    </>
  )
}

/** What is marked for the city's page, of one area. */
function workOf(area: ReleaseArea, work: PublicWork | null): Omit<PublicWork, 'schemaVersion'> {
  const own = <T extends { readonly districts: readonly string[] }>(items: readonly T[] = []) =>
    items.filter(({ districts }) => isOfArea(area, districts))
  return {
    measures: own(work?.measures),
    commitments: own(work?.commitments),
    promises: own(work?.promises),
  }
}
