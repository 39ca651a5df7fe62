import { AreaSearch } from './area-search.tsx'
import { usePublicData } from './public-context.ts'
import { useStartMessages } from './messages.ts'
import styles from './city-overview.module.css'
import prose from '../ui/prose.module.css'

/** What stands above the map of the city: what the page is, and the search. */
export function CityHead({ onChoose }: { readonly onChoose: (area: string) => void }) {
  const { areas, waiting, index } = usePublicData()
  const { start, app } = useStartMessages()
  const { value, failure } = index.state.value
  const isPreparing = value?.preparing === true
  const isEmpty = areas.value.length === 0
  return (
    <section class={styles.hero}>
      <h1 tabIndex={-1}>{start.title}</h1>
      <p class="lead">{start.lead}</p>
      {(!isEmpty || waiting.value) && (
        <AreaSearch areas={areas.value} onChoose={({ key }) => onChoose(key)} />
      )}
      <div role="status">
        {isEmpty && waiting.value && <p class={prose.note}>{isPreparing ? start.preparing : app.loading}</p>}
        {isEmpty && !waiting.value && failure === null && <p class={prose.note}>{start.nothingYet}</p>}
      </div>
    </section>
  )
}
