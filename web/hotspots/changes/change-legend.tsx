import { Hexagon } from '../hexagon.tsx'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import styles from '../legend.module.css'

/** The classes of a change, strongest first. */
export const SHOWN_CHANGES = ['more2', 'more', 'fewer', 'fewer2'] as const

/** The legend of two compared periods, each class with its number of cells in view. */
export function ChangeRows() {
  const { changes, filters } = useHotspots()
  const { legend, change, formats } = useHotspotMessages()
  const { value, phase } = changes.state.value
  const cells = (count: number) => (count === 1 ? legend.oneCell : legend.cells(formats.count(count)))
  return (
    <div aria-busy={phase === 'loading'}>
      <p class={styles.title}>{change.title(change.ago(filters.value.compare ?? 1))}</p>
      {SHOWN_CHANGES.map((id) => (
        <p key={id} class={styles.row}>
          <Hexagon of={id} />
          <span class={styles.words}>{change.classes[id]}</span>
          <span class={styles.count}>{value === null ? '' : cells(value.analysis.classes[id])}</span>
        </p>
      ))}
      <p class={styles.plain}>{change.same}</p>
    </div>
  )
}
