import type { Signal } from '@preact/signals'
import { changeText } from '../../hotspots/changes/change-text.ts'
import { cellText } from '../../hotspots/cell-text.ts'
import { FeatureLine } from '../../layers/feature-line.tsx'
import { useHotspotMessages } from '../../hotspots/messages.ts'
import { useHotspots } from '../../hotspots/hotspots.ts'
import { useSelection } from '../../hotspots/selection.ts'
import type { Hover } from './hover.ts'
import styles from './cell-tip.module.css'

const WIDTH_PX = 288
const OFFSET_PX = 16

/** The tooltip of the cell under a hovering pointer; a click opens the card instead. */
export function CellTip({ hover }: { readonly hover: Signal<Hover | null> }) {
  const texts = useHotspotMessages()
  const { filters } = useHotspots()
  const { cell: selected } = useSelection()
  const now = hover.value
  if (now === null) return null
  const { cell, change, features } = now
  const years = filters.value.compare
  const isCounted = years === null ? cell !== null : change !== null
  const inCard = cell !== null && cell.i === selected.value?.i && cell.j === selected.value.j
  if (features.length === 0 && (!isCounted || inCard)) return null
  const left = now.x > window.innerWidth / 2 ? now.x - WIDTH_PX - OFFSET_PX : now.x + OFFSET_PX
  return (
    <div
      class={styles.tip}
      data-part="tip"
      aria-hidden="true"
      style={{ transform: `translate(${left}px, ${now.y + OFFSET_PX}px)` }}
    >
      {features.map((feature) => (
        <p key={JSON.stringify(feature)} class={styles.feature}>
          <FeatureLine feature={feature} />
        </p>
      ))}
      {years === null && cell !== null && !inCard && (
        <>
          <p>{cellText(cell, filters.value.exposure, texts)}</p>
          <small class={styles.ring}>{texts.cell.ringNote}</small>
        </>
      )}
      {years !== null && change !== null && <p>{changeText(change, years, texts)}</p>}
    </div>
  )
}
