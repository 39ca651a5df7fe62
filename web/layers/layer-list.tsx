import { useCity } from '../app/city/city.ts'
import { TOGGLED_LAYERS, useLayerChoice } from './layer-choice.ts'
import { useLayerMessages } from './messages.ts'

/** The layers that can be laid over the cells. */
export function LayerList() {
  const city = useCity()
  const layers = useLayerChoice()
  const words = useLayerMessages().layers
  const offered = TOGGLED_LAYERS.filter((id) => city.answer.state.value.value?.layers.includes(id))
  return (
    <section class="block">
      <fieldset class="plain">
        <legend class="block-title">{words.title}</legend>
        {offered.map((id) => (
          <label key={id} class="layer-row">
            <input
              type="checkbox"
              checked={layers.chosen.value.includes(id)}
              onChange={() => layers.toggle(id)}
            />
            <span class={`layer-sign layer-sign-${id}`} aria-hidden="true" />
            <span>
              {words.names[id]}
              {words.notes[id] !== '' && <small class="layer-note">{words.notes[id]}</small>}
            </span>
          </label>
        ))}
      </fieldset>
    </section>
  )
}
