import type { ChangedCell } from '../../../server/hotspots/changes/contract.ts'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import { PagedCells } from '../paged-cells.tsx'
import { SHOWN_CHANGES } from './change-legend.tsx'
import blocks from '../../ui/blocks.module.css'
import prose from '../../ui/prose.module.css'

/** The changed cells in view as a table, an alternative to the map. */
export function ChangeTable() {
  const { changes } = useHotspots()
  const { change, table, formats, app } = useHotspotMessages()
  const { value, phase, failure } = changes.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void changes.retry()} />
  if (value === null) return <p class={prose.waiting}>{app.loading}</p>
  const cells = [...value.features].sort((a, b) => orderOf(a) - orderOf(b) || a.properties.p - b.properties.p)
  const { few, same } = value.analysis.classes
  return (
    <section class={blocks.block} aria-busy={phase === 'loading'}>
      <h2 class={blocks.title}>{change.title(change.ago(value.analysis.years))}</h2>
      {cells.length === 0 && <p>{change.nothing}</p>}
      <PagedCells
        caption={change.caption(formats.count(cells.length))}
        heads={[table.colours, change.nowAndBefore, table.ratio]}
        cells={cells}
        columns={({ properties: { now, before, ratio, low, high, ...properties } }) => [
          change.classes[properties.class],
          change.pair(formats.count(now), formats.count(before)),
          <>
            {ratio === null ? '–' : formats.ratio(ratio)}
            <small>
              {formats.ratio(low)}–{high === null ? '' : formats.ratio(high)}
            </small>
          </>,
        ]}
        note={<p class={prose.hint}>{change.others(formats.count(same), formats.count(few))}</p>}
      />
    </section>
  )
}

function orderOf({ properties }: ChangedCell): number {
  return SHOWN_CHANGES.findIndex((name) => name === properties.class)
}
