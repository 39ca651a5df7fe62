import { useWorkspace } from './workspace-context.ts'

/** Says to a screen reader what changed on the map. */
export function LiveRegion() {
  return (
    <p class="visually-hidden" role="status" aria-live="polite">
      {useWorkspace().announcement}
    </p>
  )
}
