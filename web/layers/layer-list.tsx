import { useCity } from '../app/city/city.ts'
import { Terms } from '../glossary/terms.tsx'
import { TOGGLED_LAYERS, useLayerChoice } from './layer-choice.ts'
import { useLayerMessages } from './messages.ts'
import styles from './layer-list.module.css'
import blocks from '../ui/blocks.module.css'
import fields from '../ui/fields.module.css'
import prose from '../ui/prose.module.css'
import { LayerSign } from './layer-sign.tsx'

/** The layers that can be laid over the cells. */
export function LayerList() {
  const city = useCity()
  const layers = useLayerChoice()
  const messages = useLayerMessages().layers
  const offered = TOGGLED_LAYERS.filter((id) => city.received.state.value.value?.layers.includes(id))
  return (
    <section class={blocks.block}>
      <fieldset class={fields.plain}>
        <legend class={blocks.title}>{messages.title}</legend>
        {offered.map((id) => (
          <label key={id} class={styles.row}>
            <input
              type="checkbox"
              checked={layers.chosen.value.includes(id)}
              onChange={() => layers.toggle(id)}
            />
            <LayerSign of={id} />
            <span>
              {messages.names[id]}
              {messages.notes[id] !== '' && <small class={styles.note}>{messages.notes[id]}</small>}
            </span>
          </label>
        ))}
      </fieldset>
      <p class={prose.hint}>
        <Terms>{messages.words}</Terms>
      </p>
    </section>
  )
}
