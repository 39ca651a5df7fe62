import { useSignal } from '@preact/signals'
import type { ChangedCell } from '../../../server/hotspots/changes/contract.ts'
import { FailureNote } from '../../app/shell/failure-note.tsx'
import { boundsOf } from '../../map/area-bounds.ts'
import { useMapState } from '../../map/map-state.ts'
import { useHotspots } from '../hotspots.ts'
import { useHotspotMessages } from '../messages.ts'
import { useSelection } from '../selection.ts'
import { SHOWN_CHANGES } from './change-legend.tsx'
import styles from '../table-panel.module.css'
import blocks from '../../ui/blocks.module.css'
import controls from '../../ui/controls.module.css'
import prose from '../../ui/prose.module.css'
import tables from '../../ui/tables.module.css'

const PAGE_ROWS = 50

/** The changed cells in view as a table, an alternative to the map. */
export function ChangeTable() {
  const { changes } = useHotspots()
  const rows = useSignal(PAGE_ROWS)
  const { change, table, formats, app } = useHotspotMessages()
  const { value, phase, failure } = changes.state.value
  if (failure !== null) return <FailureNote failure={failure} onRetry={() => void changes.retry()} />
  if (value === null) return <p class={prose.waiting}>{app.loading}</p>
  const cells = [...value.features].sort((a, b) => orderOf(a) - orderOf(b) || a.properties.p - b.properties.p)
  const { few, same } = value.analysis.classes
  return (
    <section class={blocks.block} aria-busy={phase === 'loading'}>
      <h2 class={blocks.title}>{change.title(change.ago(value.analysis.years))}</h2>
      {cells.length === 0 ? (
        <p>{change.nothing}</p>
      ) : (
        <table class={`${tables.figures} ${styles.cells}`}>
          <caption>{change.caption(formats.count(cells.length))}</caption>
          <thead>
            <tr>
              <th scope="col">{table.colours}</th>
              <th scope="col">{change.nowAndBefore}</th>
              <th scope="col">{table.ratio}</th>
              <th scope="col">
                <span class="visually-hidden">{table.cell}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, rows.value).map((cell) => (
              <ChangeRow key={`${cell.properties.i},${cell.properties.j}`} cell={cell} />
            ))}
          </tbody>
        </table>
      )}
      <p class={prose.hint}>{change.others(formats.count(same), formats.count(few))}</p>
      {cells.length > rows.value && (
        <p class={controls.row}>
          <button type="button" class={controls.quietButton} onClick={() => (rows.value += PAGE_ROWS)}>
            {table.more(formats.count(Math.min(PAGE_ROWS, cells.length - rows.value)))}
          </button>
        </p>
      )}
    </section>
  )
}

function ChangeRow({ cell: { properties, geometry } }: { readonly cell: ChangedCell }) {
  const { goTo } = useMapState()
  const { cell: selected } = useSelection()
  const { table, change, formats } = useHotspotMessages()
  const { i, j, now, before, ratio, low, high } = properties
  const current = selected.value?.i === i && selected.value.j === j
  return (
    <tr aria-current={current ? 'true' : undefined}>
      <td>{change.classes[properties.class]}</td>
      <td>{change.pair(formats.count(now), formats.count(before))}</td>
      <td>
        {ratio === null ? '–' : formats.ratio(ratio)}
        <small>
          {formats.ratio(low)}–{high === null ? '' : formats.ratio(high)}
        </small>
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

function orderOf({ properties }: ChangedCell): number {
  return SHOWN_CHANGES.findIndex((name) => name === properties.class)
}
