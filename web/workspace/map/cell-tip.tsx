import type { Signal } from '@preact/signals'
import { cellWords } from '../../hotspots/cell-words.ts'
import { ThingLine } from '../../layers/thing-line.tsx'
import { useHotspotMessages } from '../../hotspots/messages.ts'
import { useHotspots } from '../../hotspots/hotspots.ts'
import { useSelection } from '../../hotspots/selection.ts'
import type { Hover } from './hover.ts'
import styles from './cell-tip.module.css'

const WIDTH_PX = 288
const OFFSET_PX = 16

/** What lies under the pointer, in words. Only for a pointer that hovers: a click opens the card. */
export function CellTip({ hover }: { readonly hover: Signal<Hover | null> }) {
  const texts = useHotspotMessages()
  const { filters } = useHotspots()
  const { cell: selected } = useSelection()
  const now = hover.value
  if (now === null) return null
  const { cell, things } = now
  const inCard = cell !== null && cell.i === selected.value?.i && cell.j === selected.value.j
  if (things.length === 0 && (cell === null || inCard)) return null
  const left = now.x > window.innerWidth / 2 ? now.x - WIDTH_PX - OFFSET_PX : now.x + OFFSET_PX
  return (
    <div
      class={styles.tip}
      data-part="tip"
      aria-hidden="true"
      style={{ transform: `translate(${left}px, ${now.y + OFFSET_PX}px)` }}
    >
      {things.map((thing) => (
        <p key={JSON.stringify(thing)} class={styles.thing}>
          <ThingLine thing={thing} />
        </p>
      ))}
      {cell !== null && !inCard && <p>{cellWords(cell, filters.value.exposure, texts)}</p>}
    </div>
  )
}
