import { useSignal } from '@preact/signals'
import { HOTSPOT_PATHS } from '../../server/hotspots/paths.ts'
import type { CellClass } from '../../server/hotspots/contract.ts'
import type { CellFeature } from '../app/api/responses.ts'
import { FailureNote } from '../app/shell/failure-note.tsx'
import { boundsOf } from '../map/area-bounds.ts'
import { ChangeTable } from './changes/change-table.tsx'
import { surfaceParams } from './filters/filters.ts'
import { useMapState } from '../map/map-state.ts'
import { useHotspots } from './hotspots.ts'
import { useSelection } from './selection.ts'
import { useHotspotMessages } from './messages.ts'
import styles from './table-panel.module.css'
import blocks from '../ui/blocks.module.css'
import controls from '../ui/controls.module.css'
import prose from '../ui/prose.module.css'
import tables from '../ui/tables.module.css'
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
const PAGE_ROWS = 50

/** What the map shows as a table. */
export function TablePanel() {
  const { filters } = useHotspots()
  return filters.value.compare === null ? <CellTable /> : <ChangeTable />
}

/** The cells in view as a table. */
function CellTable() {
  const { cells: listed, filters, countedTo } = useHotspots()
  const rows = useSignal(PAGE_ROWS)
  const { table, legend, cell, formats, app } = useHotspotMessages()
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
      {cells.length === 0 ? (
        <p>{value.analysis.incidents === 0 ? cell.zero : table.empty}</p>
      ) : (
        <table class={`${tables.figures} ${styles.cells}`} data-part="cells">
          <caption>{table.caption(formats.count(cells.length))}</caption>
          <thead>
            <tr>
              <th scope="col">{table.colours}</th>
              <th scope="col">{table.count}</th>
              <th scope="col">{table.ratio}</th>
              <th scope="col">
                <span class="visually-hidden">{table.cell}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, rows.value).map((cell) => (
              <CellRow key={`${cell.properties.i},${cell.properties.j}`} cell={cell} />
            ))}
          </tbody>
        </table>
      )}
      <p class={controls.row}>
        {cells.length > rows.value && (
          <button type="button" class={controls.quietButton} onClick={() => (rows.value += PAGE_ROWS)}>
            {table.more(formats.count(Math.min(PAGE_ROWS, cells.length - rows.value)))}
          </button>
        )}
        <a class={controls.linkButton} href={`${HOTSPOT_PATHS.hotspots}?${csv}`} download>
          {table.download}
        </a>
      </p>
    </section>
  )
}

function CellRow({ cell: { properties, geometry } }: { readonly cell: CellFeature }) {
  const { goTo } = useMapState()
  const { cell: selected } = useSelection()
  const { table, cells, formats } = useHotspotMessages()
  const { i, j, count, ratio, low, high } = properties
  const current = selected.value?.i === i && selected.value.j === j
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <td>
        <ClassDot of={properties.class} />
        {cells.classShort[properties.class]}
      </td>
      <td>{formats.count(count)}</td>
      <td>
        {ratio === null ? '–' : formats.ratio(ratio)}
        {low !== null && high !== null && (
          <small>
            {formats.ratio(low)}–{formats.ratio(high)}
          </small>
        )}
      </td>
      <td>
        <button
          type="button"
          class={controls.linkButton}
          aria-label={`${table.show} ${table.cell.toLowerCase()} ${i}, ${j}`}
          onClick={() => {
            selected.value = { i, j }
            goTo.value = boundsOf(geometry)
          }}
        >
          {table.show}
        </button>
      </td>
    </tr>
  )
}

function byStrength(a: CellFeature, b: CellFeature): number {
  const strength = STRENGTH[b.properties.class] - STRENGTH[a.properties.class]
  return strength === 0 ? (b.properties.low ?? 0) - (a.properties.low ?? 0) : strength
}
