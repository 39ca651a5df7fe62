import { useSignal } from '@preact/signals'
import { ActionButton } from '../ui/action-button.tsx'
import { useWalkMessages } from './messages.ts'
import type { Finding, WalkPlaces } from './walk-calls.ts'
import { type Stop, WalkMap } from './walk-map.tsx'
import controls from '../ui/controls.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'

interface RouteEditorProps {
  readonly ground: NonNullable<WalkPlaces['ground']>
  readonly route: readonly Stop[]
  readonly findings: readonly Finding[]
  readonly onSave: (route: readonly Stop[]) => Promise<unknown>
}

/** Draws the route by presses on the map, or by names from a list. */
export function RouteEditor({ ground, route, findings, onSave }: RouteEditorProps) {
  const { walks: messages, formats } = useWalkMessages()
  const stops = useSignal(route)
  const busy = useSignal(false)
  const add = (stop: Stop) => (stops.value = [...stops.peek(), stop])
  const save = async () => {
    busy.value = true
    await onSave(stops.peek())
    busy.value = false
  }
  return (
    <div class={fields.form}>
      <p class={prose.hint}>{messages.routeHint}</p>
      <WalkMap ground={ground} route={stops.value} findings={findings} onPoint={add} />
      {ground.spots.length > 0 && (
        <label class={fields.field}>
          <span class={fields.label}>{messages.addStop}</span>
          <select
            value=""
            onChange={({ currentTarget }) => {
              const spot = ground.spots.find(({ name }) => name === currentTarget.value)
              if (spot !== undefined) add({ lon: spot.lon, lat: spot.lat })
              currentTarget.value = ''
            }}
          >
            <option value="">{messages.choose}</option>
            {ground.spots.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      )}
      <p role="status" class={prose.hint}>
        {messages.stops(formats.count(stops.value.length))}
      </p>
      <p class={controls.row}>
        <ActionButton class={controls.button} type="button" idle={busy.value} onClick={() => void save()}>
          {messages.saveRoute}
        </ActionButton>
        <button
          type="button"
          class={controls.quietButton}
          disabled={stops.value.length === 0}
          onClick={() => (stops.value = stops.peek().slice(0, -1))}
        >
          {messages.undoStop}
        </button>
      </p>
    </div>
  )
}
