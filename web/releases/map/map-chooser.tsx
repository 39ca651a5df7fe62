import type { Signal } from '@preact/signals'
import { ChoiceSelect } from '../../ui/choice-select.tsx'
import { choiceText } from './choice-text.ts'
import {
  attributeOf,
  type MapChoice,
  type MapUnit,
  OVERLAYS,
  type Overlay,
  type seriesOnOffer,
} from './map-choice.ts'
import { useReleaseMessages } from '../messages.ts'
import styles from './map-chooser.module.css'
import fields from '../../ui/fields.module.css'
import { LayerSign } from '../../layers/layer-sign.tsx'

interface MapChooserProps {
  readonly choice: MapChoice
  readonly offered: ReturnType<typeof seriesOnOffer>
  readonly asked: Signal<string>
  readonly unit: Signal<MapUnit>
  /** Those that the choice allows. */
  readonly units: readonly MapUnit[]
  readonly overlays: Signal<readonly Overlay[]>
}

/** What the map shows: one register's figures of one group, areas or cells, and the measures over them. */
export function MapChooser({ choice, offered, asked: requested, unit, units, overlays }: MapChooserProps) {
  const texts = useReleaseMessages()
  const { publicMap } = texts
  const choiceName = (attribute: string) => {
    const found = offered.find(({ series }) => attributeOf(series) === attribute)
    if (found === undefined) return attribute
    const period = choice.unit === 'hexes' ? choice.period : found.period
    return choiceText({ series: found.series, period }, texts)
  }
  const names = { 'focus-areas': publicMap.focus, guards: publicMap.guards, cameras: publicMap.cameras }
  const signs = { 'focus-areas': 'focus-areas', guards: 'patrol-zones', cameras: 'camera-zones' }
  return (
    <div class={styles.chooser}>
      <ChoiceSelect
        label={publicMap.what}
        value={attributeOf(choice.series)}
        choices={offered.map(({ series }) => attributeOf(series))}
        words={choiceName}
        onChange={(attribute) => (requested.value = attribute)}
      />
      <fieldset class={`${fields.plain} ${styles.units}`}>
        <legend class={fields.label}>{publicMap.units}</legend>
        {units.map((id) => (
          <label key={id} class={fields.check}>
            <input
              type="radio"
              name="map-unit"
              checked={choice.unit === id}
              onChange={() => (unit.value = id)}
            />
            {publicMap[id]}
          </label>
        ))}
      </fieldset>
      <fieldset class={`${fields.plain} ${styles.overlays}`}>
        <legend class={fields.label}>{publicMap.alsoShow}</legend>
        {OVERLAYS.map((id) => (
          <label key={id} class={fields.check}>
            <input
              type="checkbox"
              checked={overlays.value.includes(id)}
              onChange={() => {
                const chosen = overlays.peek()
                overlays.value = OVERLAYS.filter((o) => (o === id ? !chosen.includes(o) : chosen.includes(o)))
              }}
            />
            <LayerSign of={signs[id]} />
            {names[id]}
          </label>
        ))}
      </fieldset>
    </div>
  )
}
