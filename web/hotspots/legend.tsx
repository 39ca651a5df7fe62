import { FailureNote } from '../app/shell/failure-note.tsx'
import { useCity } from '../app/city/city.ts'
import { HOT_CLASSES, type HotClass } from './hot-classes.ts'
import { useMapState } from '../map/map-state.ts'
import { useHotspots } from './hotspots.ts'
import { useHotspotMessages } from './messages.ts'
import styles from './legend.module.css'
import blocks from '../ui/blocks.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

/** What the colours mean, in words, with how many cells have each: and the switch for each. */
export function Legend() {
  const { classes, surface } = useHotspots()
  const mapState = useMapState()
  const { legend, formats } = useHotspotMessages()
  const { value, phase, failure } = surface.state.value
  const toggle = (id: HotClass) => {
    const chosen = classes.peek()
    classes.value = HOT_CLASSES.filter((c) => (c === id ? !chosen.includes(c) : chosen.includes(c)))
  }
  const retry = () => {
    if (mapState.tilesFailing.peek()) mapState.retryTiles()
    void surface.retry()
  }
  const cells = (id: HotClass) => {
    const count = value?.features.filter(({ properties }) => properties.class === id).length
    if (count === undefined) return ''
    return count === 1 ? legend.oneCell : legend.cells(formats.count(count))
  }
  return (
    <section class={blocks.block} aria-busy={phase === 'loading'}>
      <fieldset class={`${fields.plain} ${styles.legend}`} data-part="legend">
        <legend class={blocks.title}>{legend.title}</legend>
        {HOT_CLASSES.map((id) => (
          <label key={id} class={styles.row}>
            <input
              type="checkbox"
              checked={classes.value.includes(id)}
              aria-describedby="legend-in-view"
              onChange={() => toggle(id)}
            />
            <svg class={styles.swatch} data-class={id} viewBox="0 0 24 22" aria-hidden="true">
              <path d="M6.2 1h11.6L23.5 11l-5.7 10H6.2L.5 11z" />
            </svg>
            <span class={styles.words}>{legend[id]}</span>
            <span class={styles.count} data-part="legend-count">
              {cells(id)}
            </span>
          </label>
        ))}
        <p class={styles.none}>
          <svg class={styles.swatch} data-class="none" viewBox="0 0 24 22" aria-hidden="true">
            <path d="M6.2 1h11.6L23.5 11l-5.7 10H6.2L.5 11z" />
          </svg>
          <span>{legend.none}</span>
        </p>
      </fieldset>
      {failure !== null && <FailureNote failure={failure} ownMessages={legend.refused} onRetry={retry} />}
      {value !== null && <Summary />}
      <p class={prose.caveat}>{legend.caveat}</p>
    </section>
  )
}

/** How many incidents the surface rests on, and how many it had to leave out. */
function Summary() {
  const { surface } = useHotspots()
  const city = useCity()
  const { legend, cell, formats, language } = useHotspotMessages()
  const { value } = surface.state.value
  if (value === null) return null
  const { incidents, outside, timeUnknown, notices, query, units } = value.analysis
  const titleOf = (id: string) =>
    city.received.state.value.value?.sources.find((source) => source.id === id)?.title ?? id
  const coloured = value.features.some(({ properties }) => HOT_CLASSES.some((id) => id === properties.class))
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
