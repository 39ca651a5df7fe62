import { useCity } from '../app/city/city.ts'
import { TOGGLED_LAYERS, useLayerChoice } from './layer-choice.ts'
import { useLayerMessages } from './messages.ts'
import styles from './layer-list.module.css'
import blocks from '../ui/blocks.module.css'
import fields from '../ui/fields.module.css'
import { LayerSign } from './layer-sign.tsx'

/** The layers that can be laid over the cells. */
export function LayerList() {
  const city = useCity()
  const layers = useLayerChoice()
  const words = useLayerMessages().layers
  const offered = TOGGLED_LAYERS.filter((id) => city.answer.state.value.value?.layers.includes(id))
  return (
    <section class={blocks.block}>
      <fieldset class={fields.plain}>
        <legend class={blocks.title}>{words.title}</legend>
        {offered.map((id) => (
          <label key={id} class={styles.row}>
            <input
              type="checkbox"
              checked={layers.chosen.value.includes(id)}
              onChange={() => layers.toggle(id)}
            />
            <LayerSign of={id} />
            <span>
              {words.names[id]}
              {words.notes[id] !== '' && <small class={styles.note}>{words.notes[id]}</small>}
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}
