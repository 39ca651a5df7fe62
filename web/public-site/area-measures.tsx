import { FailureNote } from '../app/shell/failure-note.tsx'
import type { PublicWork } from '../../server/public-site/work/contract.ts'
import { AreaWork } from './area-work.tsx'
import { MeasureList } from './measure-list.tsx'
import { countMeasures, measuresAt } from './measures-at.ts'
import { usePublicData } from './public-context.ts'
import type { AreaSeries } from '../releases/area-series.ts'
import type { ReleaseArea } from '../releases/release.ts'
import { useStartMessages } from './messages.ts'
import sections from '../ui/sections.module.css'

interface AreaMeasuresProps {
  readonly area: ReleaseArea
  readonly work: Pick<PublicWork, 'measures' | 'commitments'>
  readonly series: readonly AreaSeries[]
}

/** What is being done in one area: what is marked for the city's page first, then what the registers say. */
export function AreaMeasures({ area, work, series }: AreaMeasuresProps) {
  const { done, app } = useStartMessages()
  const { measures, outlines } = usePublicData()
  const outline = outlines.state.value.value?.features.find(({ properties }) => properties.key === area.key)
  const known = measures.state.value.value
  const failure = measures.state.value.failure ?? outlines.state.value.failure
  const retry = () => void Promise.all([measures.retry(), outlines.retry()])
  const here = known === null || outline === undefined ? null : measuresAt(known, outline.geometry)
  const isMarked = work.measures.length + work.commitments.length > 0
  return (
    <section class={sections.section} aria-labelledby="done-title" aria-busy={known === null}>
      <h2 id="done-title">{done.title}</h2>
      <AreaWork work={work} series={series} areaName={area.name} />
      {failure !== null && <FailureNote failure={failure} onRetry={retry} />}
      {failure === null && here === null && <p>{app.loading}</p>}
      {here !== null && (countMeasures(here) > 0 || !isMarked) && <MeasureList measures={here} />}
    </section>
  )
}
