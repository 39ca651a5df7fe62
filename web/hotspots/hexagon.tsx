import styles from './hexagon.module.css'

/** A hexagon as the map draws it: in the colour of a class, or with the marks of a state without colour. */
export function Hexagon({ of }: { readonly of: string }) {
  return (
    <svg class={styles.swatch} data-class={of} viewBox="0 0 24 22" aria-hidden="true">
      <path class={styles.shape} d="M6.2 1h11.6L23.5 11l-5.7 10H6.2L.5 11z" />
      {MARKS[of] !== undefined && <path class={styles.mark} d={MARKS[of]} />}
    </svg>
  )
}

/** Dots, a ring, hatching, crossed hatching. */
const MARKS: Readonly<Record<string, string>> = {
  few: 'M8 8v.1M14 8v.1M5 13v.1M11 13v.1M17 13v.1M8 18v.1M14 18v.1M11 4v.1',
  none: 'M12 9a2 2 0 1 1 0 4a2 2 0 1 1 0-4',
  uncovered: 'M4 14L13 2M7 20L20 4M14 20l8-10',
  refused: 'M5 6l12 14M10 2l11 13M3 12l7 9M5 15L15 2M8 20L21 6',
}
