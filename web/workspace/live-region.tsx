import { useShell } from './shell.ts'

/** Says to a screen reader what changed on the map. */
export function LiveRegion() {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {useShell().announcement}
    </p>
  )
}
