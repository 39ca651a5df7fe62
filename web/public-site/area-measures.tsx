import { FailureNote } from '../app/shell/failure-note.tsx'
import { MeasureList } from './measure-list.tsx'
import { measuresAt } from './measures-at.ts'
import { usePublicData } from './public-context.ts'
import type { ReleaseArea } from '../releases/release.ts'
import { useStartMessages } from './messages.ts'
import sections from '../ui/sections.module.css'

/** What is being done in one area. */
export function AreaMeasures({ area }: { readonly area: ReleaseArea }) {
  const { done, app } = useStartMessages()
  const { measures, outlines } = usePublicData()
  const outline = outlines.state.value.value?.features.find(({ properties }) => properties.key === area.key)
  const known = measures.state.value.value
  const failure = measures.state.value.failure ?? outlines.state.value.failure
  const retry = () => void Promise.all([measures.retry(), outlines.retry()])
  return (
    <section class={sections.section} aria-labelledby="done-title" aria-busy={known === null}>
      <h2 id="done-title">{done.title}</h2>
      {failure !== null && <FailureNote failure={failure} onRetry={retry} />}
      {failure === null && (known === null || outline === undefined) && <p>{app.loading}</p>}
      {known !== null && outline !== undefined && (
        <MeasureList measures={measuresAt(known, outline.geometry)} />
      )}
    </section>
  )
}
