import { FailureNote } from '../app/shell/failure-note.tsx'
import { useCity } from '../app/city/city.ts'
import { HOT_CLASSES } from './hot-classes.ts'
import { useMapState } from '../map/map-state.ts'
import { useHotspots } from './hotspots.ts'
import { useHotspotMessages } from './messages.ts'
import { ChangeNote } from './changes/change-note.tsx'
import styles from './surface-note.module.css'
import blocks from '../ui/blocks.module.css'
import prose from '../ui/prose.module.css'

/** What was counted, and what was left out. */
export function SurfaceNote() {
  const { surface, filters } = useHotspots()
  const mapState = useMapState()
  const { legend } = useHotspotMessages()
  const { value, phase, failure } = surface.state.value
  const retry = () => {
    if (mapState.tilesFailing.peek()) mapState.retryTiles()
    void surface.retry()
  }
  return (
    <section class={blocks.block} aria-busy={phase === 'loading'}>
      {failure !== null && <FailureNote failure={failure} ownMessages={legend.refused} onRetry={retry} />}
      {value !== null && <Summary />}
      {filters.value.compare !== null && failure === null && <ChangeNote />}
      <p class={prose.caveat}>{legend.caveat}</p>
    </section>
  )
}

/** Number of incidents in the surface, and of those left out. */
function Summary() {
  const { surface } = useHotspots()
  const city = useCity()
  const { legend, cell, formats, language } = useHotspotMessages()
  const { value } = surface.state.value
  if (value === null) return null
  const { incidents, outside, timeUnknown, notices, query, units } = value.analysis
  const titleOf = (id: string) =>
    city.received.state.value.value?.sources.find((source) => source.id === id)?.title ?? id
  const coloured = HOT_CLASSES.some((id) => value.classes[id] > 0)
  return (
    <div class={styles.summary}>
      <p id="legend-in-view">
        {incidents === 0
          ? cell.zero
          : `${legend.summary(formats.count(incidents), formats.count(query.cell))} ${coloured ? legend.inView : legend.empty}`}
      </p>
      {notices.map((notice) => (
        <p key={notice.en}>{notice[language]}</p>
      ))}
      {units !== null && <p>{legend.onlyOpen}</p>}
      {units !== null && units.withoutSetting.length > 0 && (
        <p>{legend.withoutSetting(units.withoutSetting.map(titleOf).join(', '))}</p>
      )}
      {outside !== null && outside > 0 && <p>{legend.outside(formats.count(outside))}</p>}
      {timeUnknown > 0 && <p>{legend.timeUnknown(formats.count(timeUnknown))}</p>}
    </div>
  )
}
