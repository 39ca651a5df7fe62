import { useShell } from './shell.ts'

/** Announces changes of the map to screen readers. */
export function LiveRegion() {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {useShell().announcement}
    </p>
  )
}
