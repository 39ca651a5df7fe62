import styles from './layer-sign.module.css'

/** How a layer looks on the map, before its name. */
export function LayerSign({ of }: { readonly of: string }) {
  return <span class={styles.sign} data-layer={of} aria-hidden="true" />
}
