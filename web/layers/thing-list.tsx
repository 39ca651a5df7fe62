import type { Thing } from './thing.ts'
import { ThingLine } from './thing-line.tsx'
import { useLayerMessages } from './messages.ts'
import styles from './thing-list.module.css'
import prose from '../ui/prose.module.css'

/** The things of the switched layers where the map was clicked, each with what its layer wants said. */
export function ThingList({ things }: { readonly things: readonly Thing[] }) {
  const texts = useLayerMessages()
  if (things.length === 0) return null
  const notes = [...new Set(things.map(({ layer }) => texts.layers.notes[layer]))].filter(
    (note) => note !== '',
  )
  return (
    <div class={styles.things} data-part="things">
      <ul>
        {things.map((thing) => (
          <li key={JSON.stringify(thing)}>
            <ThingLine thing={thing} />
          </li>
        ))}
      </ul>
      {notes.map((note) => (
        <p key={note} class={prose.hint}>
          {note}
        </p>
      ))}
    </div>
  )
}
