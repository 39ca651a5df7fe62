import { MeasureList } from './measure-list.tsx'
import { measuresAt } from './measures-at.ts'
import { usePublicData } from './public-context.ts'
import { useStartMessages } from './messages.ts'
import prose from '../ui/prose.module.css'
import sections from '../ui/sections.module.css'

/** Measures in the whole city: counts, with a list on demand. */
export function CityMeasures() {
  const { done, formats } = useStartMessages()
  const known = usePublicData().measures.state.value.value
  if (known === null) return null
  const { focusAreas, guards, cameras, handlings: publicDocuments } = known
  const lines = [
    [focusAreas.features.length, done.cityFocusOne, done.cityFocus],
    [guards.features.length, done.cityGuardsOne, done.cityGuards],
    [cameras.features.length, done.cityCamerasOne, done.cityCameras],
    [publicDocuments.features.length, done.cityDocumentsOne, done.cityDocuments],
  ] as const
  if (lines.every(([count]) => count === 0)) return null
  return (
    <section class={sections.section} aria-labelledby="city-done-title">
      <h2 id="city-done-title">{done.title}</h2>
      <ul class={sections.sentences}>
        {lines.map(
          ([count, one, many]) =>
            count > 0 && <li key={one}>{count === 1 ? one : many(formats.count(count))}</li>,
        )}
      </ul>
      <details class={prose.fold}>
        <summary>{done.wholeCity}</summary>
        <MeasureList measures={measuresAt(known, null)} />
      </details>
    </section>
  )
}
