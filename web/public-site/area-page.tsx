import type { PublicWork } from '../../server/public-site/work/contract.ts'
import { seriesOfArea } from '../releases/area-series.ts'
import { AreaPromises } from './area-promises.tsx'
import { AreaMeasures } from './area-measures.tsx'
import { perceivedSafetyInArea } from '../surveys/perceived-safety.ts'
import { PerceivedSafetySection } from '../surveys/perceived-safety-section.tsx'
import { isOfArea } from './is-of-area.ts'
import { HelpSection } from './help-section.tsx'
import { PeriodsTable } from '../releases/periods-table.tsx'
import { usePublicData } from './public-context.ts'
import type { ReleaseArea } from '../releases/release.ts'
import { ReportedSection } from '../releases/reported-section.tsx'
import { TrendSection } from '../releases/trend/trend-section.tsx'
import { TrustSection } from './trust-section.tsx'

interface AreaPageProps {
  readonly area: ReleaseArea
}

/** What stands below the map of one area: reports, perceived safety, measures, help, the table, and trust. */
export function AreaPage({ area }: AreaPageProps) {
  const { figures, work: marked } = usePublicData()
  const series = seriesOfArea(figures.value, area.key)
  const work = workOf(area, marked.state.value.value)
  return (
    <>
      <ReportedSection area={area} series={series} />
      <TrendSection area={area} series={series} releases={figures.value} />
      <PerceivedSafetySection answers={perceivedSafetyInArea(figures.value, area.key)} />
      <AreaMeasures area={area} work={work} series={series} />
      <AreaPromises promises={work.promises} />
      <HelpSection />
      <PeriodsTable area={area} series={series} />
      <TrustSection area={area.key} />
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
