import { thingWords } from '../i18n/thing-words.ts'
import { categoryName } from '../state/category-names.ts'
import { type Thing, thingsWith } from '../state/thing.ts'
import { useWorkspace } from '../state/workspace-context.ts'

/** The things of the switched layers where the map was clicked, each with what its layer wants said. */
export function ThingList() {
  const workspace = useWorkspace()
  const { pointedAt, selected, texts } = workspace
  const things = thingsWith(pointedAt.value, selected.value)
  if (things.length === 0) return null
  const notes = [...new Set(things.map(({ layer }: Thing) => texts.value.layers.notes[layer]))].filter(
    (note) => note !== '',
  )
  return (
    <div class="card-things">
      <ul>
        {things.map((thing) => (
          <li key={JSON.stringify(thing)}>
            {thingWords(thing, texts.value, (code) => categoryName(workspace, code))}
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note} class="hint">
          {note}
        </p>
      ))}
    </div>
  )
}
