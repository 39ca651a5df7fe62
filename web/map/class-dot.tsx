import type { CellClass } from '../../server/hotspots/contract.ts'
import styles from './class-dot.module.css'

/** The colour that a cell's class has on the map, before its words. */
export function ClassDot({ of }: { readonly of: CellClass }) {
  return <span class={styles.dot} data-class={of} aria-hidden="true" />
}
