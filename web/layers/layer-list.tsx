import { TOGGLED_LAYERS, type ToggledLayer } from './layer-choice.ts'
import { useWorkspace } from '../workspace/workspace-context.ts'

/** The layers that can be laid over the cells. */
export function LayerList() {
  const { layers, city, texts } = useWorkspace()
  const words = texts.value.layers
  const offered = TOGGLED_LAYERS.filter((id) => city.answer.state.value.value?.layers.includes(id))
  const toggle = (id: ToggledLayer) => {
    const chosen = layers.peek()
    layers.value = TOGGLED_LAYERS.filter((l) => (l === id ? !chosen.includes(l) : chosen.includes(l)))
  }
  return (
    <section class="block">
      <fieldset class="plain">
        <legend class="block-title">{words.title}</legend>
        {offered.map((id) => (
          <label key={id} class="layer-row">
            <input type="checkbox" checked={layers.value.includes(id)} onChange={() => toggle(id)} />
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
