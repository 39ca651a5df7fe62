import type { MultiPolygon, Polygon } from 'geojson'
import { useEffect, useMemo } from 'preact/hooks'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { loadMeasures, type PublicMeasures } from '../public-site/load-measures.ts'
import { MeasureList } from '../public-site/measure-list.tsx'
import { measuresAt } from '../public-site/measures-at.ts'
import { createPublicFiles } from '../public-site/public-files.ts'
import { createResource } from '../app/api/resource.ts'
import { useSite } from '../app/site-context.ts'
import { usePlaceMessages } from './messages.ts'
import sections from '../ui/sections.module.css'

/** Cameras, guards and focus areas of a place, in their public form. */
export function PlaceMeasures({ outline }: { readonly outline: Polygon | MultiPolygon }) {
  const { http } = useSite()
  const { place: messages, app } = usePlaceMessages()
  const measures = useMemo(() => createResource<PublicMeasures>(), [])
  useEffect(() => void measures.load((signal) => loadMeasures(createPublicFiles(http), signal)), [])
  const { value, failure } = measures.state.value
  return (
    <section class={sections.section} aria-labelledby="at-place">
      <h2 id="at-place">{messages.done}</h2>
      {failure !== null && <FailureNote failure={failure} onRetry={() => void measures.retry()} />}
      {value === null && failure === null && <p>{app.loading}</p>}
      {value !== null && <MeasureList measures={{ ...measuresAt(value, outline), handlings: [] }} />}
    </section>
  )
}
