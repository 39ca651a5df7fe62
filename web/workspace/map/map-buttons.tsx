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
      <button type="button" aria-label={map.zoomIn} title={map.zoomIn} onClick={() => zoomBy(1)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M10 4v12M4 10h12" />
        </svg>
      </button>
      <button type="button" aria-label={map.zoomOut} title={map.zoomOut} onClick={() => zoomBy(-1)}>
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M4 10h12" />
        </svg>
      </button>
      {bounds !== null && (
        <button
          type="button"
          aria-label={map.wholeCity}
          title={map.wholeCity}
          onClick={() => (goTo.value = bounds)}
        >
          <svg viewBox="0 0 20 20" aria-hidden="true">
            <path d="M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4" />
          </svg>
        </button>
      )}
      <button
        type="button"
        aria-label={map.measure}
        title={map.measure}
        aria-pressed={measured.value !== null}
        onClick={() => (measured.value = measured.peek() === null ? [] : null)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M2.5 13.5l11-11 4 4-11 11zM6 10l2 2M9 7l2 2M12 4l2 2" />
        </svg>
      </button>
      <button
        type="button"
        aria-label={map.print}
        title={map.print}
        disabled={cellsLoading.value || takePicture.value === null}
        onClick={() => (printed.value = takePicture.peek()?.() ?? null)}
      >
        <svg viewBox="0 0 20 20" aria-hidden="true">
          <path d="M6 8V4h8v4M6 14H4V8h12v6h-2M6 12h8v5H6z" />
        </svg>
      </button>
    </div>
  )
}
