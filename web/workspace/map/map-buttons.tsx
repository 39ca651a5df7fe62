import { useCity } from '../../app/city/city.ts'
import { useMapState } from '../../map/map-state.ts'
import { useWorkspaceMessages } from '../messages.ts'
import controls from '../../ui/controls.module.css'
import styles from './map-buttons.module.css'

/** Buttons for zoom, the whole city, distances and print. Not MapLibre's own, so that they follow language and sheet. */
export function MapButtons() {
  const city = useCity()
  const { camera, cellsLoading, goTo, measured, printed, takePicture } = useMapState()
  const { map } = useWorkspaceMessages()
  const zoomBy = (steps: number) => {
    const now = camera.peek()
    if (now !== null) camera.value = { ...now, zoom: Math.min(19, Math.max(8, now.zoom + steps)) }
  }
  const bounds = city.received.state.value.value?.bounds ?? null
  return (
    <div class={`${controls.icons} ${styles.buttons}`}>
      <MapButton label={map.zoomIn} sign="M10 4v12M4 10h12" onClick={() => zoomBy(1)} />
      <MapButton label={map.zoomOut} sign="M4 10h12" onClick={() => zoomBy(-1)} />
      {bounds !== null && (
        <MapButton
          label={map.wholeCity}
          sign="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4"
          onClick={() => (goTo.value = bounds)}
        />
      )}
      <MapButton
        label={map.measure}
        sign="M2.5 13.5l11-11 4 4-11 11zM6 10l2 2M9 7l2 2M12 4l2 2"
        pressed={measured.value !== null}
        onClick={() => (measured.value = measured.peek() === null ? [] : null)}
      />
      <MapButton
        label={map.print}
        sign="M6 8V4h8v4M6 14H4V8h12v6h-2M6 12h8v5H6z"
        disabled={cellsLoading.value || takePicture.value === null}
        onClick={() => (printed.value = takePicture.peek()?.() ?? null)}
      />
    </div>
  )
}

interface MapButtonProps {
  readonly label: string
  /** Path of the sign in a square of 20. */
  readonly sign: string
  readonly pressed?: boolean
  readonly disabled?: boolean
  readonly onClick: () => void
}

function MapButton({ label, sign, pressed, disabled = false, onClick }: MapButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onClick}
    >
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d={sign} />
      </svg>
    </button>
  )
}
