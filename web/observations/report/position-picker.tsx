import { useSignal, type Signal } from '@preact/signals'
import { ActionButton } from '../../ui/action-button.tsx'
import { currentPosition } from './current-position.ts'
import { PlaceMap } from './place-map.tsx'
import type { Ground, LngLat } from './report-calls.ts'
import { useReportTexts } from './report-context.ts'
import controls from '../../ui/controls.module.css'
import fields from '../../ui/fields.module.css'
import styles from './report.module.css'

interface PositionPickerProps {
  /** Null while it is not there: then only the phone's own position is offered. */
  readonly ground: Ground | null
  readonly position: Signal<LngLat | null>
}

/** Where it was: the phone's position when asked for, a point on a small map, or a name. */
export function PositionPicker({ ground, position }: PositionPickerProps) {
  const { messages } = useReportTexts()
  const isMapOpen = useSignal(false)
  const isFinding = useSignal(false)
  const problem = useSignal<string | null>(null)
  const take = (found: LngLat) => {
    problem.value = isWithin(ground, found) ? null : messages.gpsOutside
    position.value = problem.value === null ? found : null
  }
  const find = async () => {
    isFinding.value = true
    try {
      take(await currentPosition())
    } catch {
      problem.value = messages.gpsDenied
    }
    isFinding.value = false
  }
  const spot = ground?.spots.find(({ lon, lat }) => lon === position.value?.lon && lat === position.value.lat)
  return (
    <fieldset class={fields.plain}>
      <legend class={styles.legend}>{messages.where}</legend>
      <p class={styles.hint}>{messages.whereHint}</p>
      <div class={controls.row}>
        <ActionButton
          class={controls.button}
          type="button"
          idle={isFinding.value}
          onClick={() => void find()}
        >
          {isFinding.value ? messages.finding : messages.here}
        </ActionButton>
        {ground !== null && (
          <button
            type="button"
            class={controls.button}
            aria-expanded={isMapOpen.value}
            onClick={() => (isMapOpen.value = !isMapOpen.value)}
          >
            {messages.onMap}
          </button>
        )}
      </div>
      {problem.value !== null && (
        <p class={fields.problem} role="alert">
          {problem.value}
        </p>
      )}
      {ground !== null && isMapOpen.value && (
        <>
          <p class={styles.hint}>{messages.mapHint}</p>
          <PlaceMap ground={ground} position={position.value} onPoint={take} />
        </>
      )}
      {ground !== null && ground.spots.length > 0 && (
        <label class={`${fields.field} ${styles.spaced}`}>
          <span class={fields.label}>{messages.spot}</span>
          <select
            value={spot?.name ?? ''}
            onChange={({ currentTarget }) => {
              const chosen = ground.spots.find(({ name }) => name === currentTarget.value)
              position.value = chosen === undefined ? null : { lon: chosen.lon, lat: chosen.lat }
              problem.value = null
            }}
          >
            <option value="">{messages.noSpot}</option>
            {ground.spots.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      {position.value !== null && (
        <p role="status" class={styles.hint}>
          {messages.pointed}{' '}
          <button type="button" class={controls.linkButton} onClick={() => (position.value = null)}>
            {messages.forget}
          </button>
        </p>
      )}
    </fieldset>
  )
}

/** Without a map the server alone knows. */
function isWithin(ground: Ground | null, { lon, lat }: LngLat): boolean {
  if (ground === null) return true
  const [west, south, east, north] = ground.bounds
  return lon >= west && lon <= east && lat >= south && lat <= north
}
