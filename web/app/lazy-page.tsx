import { useSignal } from '@preact/signals'
import type { ComponentType } from 'preact'
import { useEffect } from 'preact/hooks'
import { useTexts } from './site-context.ts'
import styles from './lazy-page.module.css'
import controls from '../ui/controls.module.css'

interface LazyPageProps {
  /** Loads the page's code. Must be the same function at every rendering. */
  readonly load: () => Promise<ComponentType>
}

/** A page whose code is loaded when it is first shown, with messages while loading and on failure. */
export function LazyPage({ load }: LazyPageProps) {
  const { app, errors } = useTexts()
  const loaded = useSignal<{ readonly Page: ComponentType } | null>(null)
  const failed = useSignal(false)
  const begin = async () => {
    failed.value = false
    try {
      loaded.value = { Page: await load() }
    } catch {
      failed.value = true
    }
  }
  useEffect(() => void begin(), [load])
  if (loaded.value !== null) return <loaded.value.Page />
  return (
    <main class={styles.waiting} aria-busy={!failed.value}>
      {failed.value ? (
        <>
          <p role="alert">{errors.codes['offline']}</p>
          <button type="button" class={controls.button} onClick={() => void begin()}>
            {app.retry}
          </button>
        </>
      ) : (
        <p role="status">{app.loading}</p>
      )}
    </main>
  )
}
