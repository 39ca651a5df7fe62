import styles from './layer-sign.module.css'

/** A symbol of a layer in its map style. */
export function LayerSign({ of }: { readonly of: string }) {
  return <span class={styles.sign} data-layer={of} aria-hidden="true" />
}
