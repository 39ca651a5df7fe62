import type { Signal } from '@preact/signals'
import { useTexts } from '../app/site-context.ts'
import styles from './detent-handle.module.css'

/** Height of the sheet on a narrow screen. */
export type Detent = 'peek' | 'half' | 'full'

const HIGHER = { peek: 'half', half: 'full', full: 'full' } as const
const LOWER = { full: 'half', half: 'peek', peek: 'peek' } as const
const DRAG_PX = 24

/** The handle of the sheet: drag it, or press it to go one step. Hidden on a wide screen. */
export function DetentHandle({ detent }: { readonly detent: Signal<Detent> }) {
  const { app } = useTexts()
  const full = detent.value === 'full'
  let startY: number | null = null
  const release = (event: PointerEvent) => {
    if (startY === null) return
    const moved = event.clientY - startY
    startY = null
    if (Math.abs(moved) < DRAG_PX) return
    event.preventDefault()
    detent.value = (moved < 0 ? HIGHER : LOWER)[detent.value]
  }
  return (
    <button
      type="button"
      class={styles.handle}
      aria-label={full ? app.sheetLess : app.sheetMore}
      onPointerDown={(event) => {
        startY = event.clientY
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerUp={release}
      onClick={() => (detent.value = full ? 'peek' : HIGHER[detent.value])}
    >
      <span class={styles.grip} aria-hidden="true" />
    </button>
  )
}
