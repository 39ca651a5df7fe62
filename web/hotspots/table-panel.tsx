import { HOTSPOT_PATHS } from '../../server/hotspots/paths.ts'
import type { CellClass } from '../../server/hotspots/contract.ts'
import type { CellFeature } from '../app/api/responses.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { ChangeTable } from './changes/change-table.tsx'
import { surfaceParams } from './filters/filters.ts'
import { useHotspots } from './hotspots.ts'
import { useHotspotMessages } from './messages.ts'
import { PagedCells } from './paged-cells.tsx'
import blocks from '../ui/blocks.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'
import { ClassDot } from '../map/class-dot.tsx'

const STRENGTH: Readonly<Record<CellClass, number>> = {
  high4: 6,
  high2: 5,
  above: 4,
  even: 3,
  below: 2,
  below2: 1,
  few: 0,
}

/** What the map shows as a table. */
export function TablePanel() {
  const { filters } = useHotspots()
  return filters.value.compare === null ? <CellTable /> : <ChangeTable />
}

/** The cells in view as a table. */
function CellTable() {
  const { cells: listed, filters, countedTo } = useHotspots()
  const { table, legend, cell, cells: words, formats, app } = useHotspotMessages()
  const { value, phase, failure } = listed.state.value
  if (failure !== null)
    return <FailureNote failure={failure} ownMessages={legend.refused} onRetry={() => void listed.retry()} />
  if (value === null) return <p class={prose.waiting}>{app.loading}</p>
  const cells = [...value.features].sort(byStrength)
  const csv = surfaceParams(filters.value, countedTo.value)
  csv.set('format', 'csv')
  return (
    <section class={blocks.block} aria-busy={phase === 'loading'}>
      <h2 class={blocks.title}>{table.title}</h2>
      {cells.length === 0 && <p>{value.analysis.incidents === 0 ? cell.zero : table.empty}</p>}
      <PagedCells
        caption={table.caption(formats.count(cells.length))}
        heads={[table.colours, table.count, table.ratio]}
        cells={cells}
        columns={({ properties: { count, ratio, low, high, ...properties } }) => [
          <>
            <ClassDot of={properties.class} />
            {words.classShort[properties.class]}
          </>,
          formats.count(count),
          <>
            {ratio === null ? '–' : formats.ratio(ratio)}
            {low !== null && high !== null && (
              <small>
                {formats.ratio(low)}–{formats.ratio(high)}
              </small>
            )}
          </>,
        ]}
      >
        <a class={controls.linkButton} href={`${HOTSPOT_PATHS.hotspots}?${csv}`} download>
          {table.download}
        </a>
      </PagedCells>
    </section>
  )
}

function byStrength(a: CellFeature, b: CellFeature): number {
  const strength = STRENGTH[b.properties.class] - STRENGTH[a.properties.class]
  return strength === 0 ? (b.properties.low ?? 0) - (a.properties.low ?? 0) : strength
}
