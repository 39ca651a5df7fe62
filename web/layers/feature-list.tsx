import type { MapFeature } from './map-feature.ts'
import { FeatureLine } from './feature-line.tsx'
import { useLayerMessages } from './messages.ts'
import styles from './feature-list.module.css'
import prose from '../ui/prose.module.css'

/** The features of shown overlays at the click, each with its layer's details. */
export function FeatureList({ features }: { readonly features: readonly MapFeature[] }) {
  const texts = useLayerMessages()
  if (features.length === 0) return null
  const notes = [...new Set(features.map(({ layer }) => texts.layers.notes[layer]))].filter(
    (note) => note !== '',
  )
  return (
    <div class={styles.features} data-part="things">
      <ul>
        {features.map((feature) => (
          <li key={JSON.stringify(feature)}>
            <FeatureLine feature={feature} />
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
