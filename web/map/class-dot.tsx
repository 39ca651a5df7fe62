import type { CellClass } from '../../server/hotspots/contract.ts'
import styles from './class-dot.module.css'

/** A dot in the map's colour of a cell class. */
export function ClassDot({ of }: { readonly of: CellClass }) {
  return <span class={styles.dot} data-class={of} aria-hidden="true" />
}
