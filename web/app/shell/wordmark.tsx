import styles from './wordmark.module.css'

/** The logo with the name. */
export function Wordmark({ name }: { readonly name: string }) {
  return (
    <>
      <svg class={styles.sign} viewBox="0 0 32 32" aria-hidden="true">
        <path class={styles.outer} d="M16 2l12 7v14l-12 7L4 23V9z" />
        <path class={styles.inner} d="M16 10l5.2 3v6L16 22l-5.2-3v-6z" />
      </svg>
      {name}
    </>
  )
}
