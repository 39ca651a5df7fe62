import type { Polygon } from 'geojson'
import type { ComponentChildren } from 'preact'
import { useSignal } from '@preact/signals'
import { boundsOf } from '../map/area-bounds.ts'
import { useMapState } from '../map/map-state.ts'
import { useHotspotMessages } from './messages.ts'
import { useSelection } from './selection.ts'
import styles from './table-panel.module.css'
import controls from '../ui/controls.module.css'
import tables from '../ui/tables.module.css'

const PAGE_ROWS = 50

interface TabledCell {
  readonly geometry: Polygon
  readonly properties: { readonly i: number; readonly j: number }
}

interface PagedCellsProps<T extends TabledCell> {
  readonly caption: string
  /** Names of the columns. */
  readonly heads: readonly string[]
  readonly cells: readonly T[]
  /** What stands in each column. */
  readonly columns: (cell: T) => readonly ComponentChildren[]
  /** Said below the table. */
  readonly note?: ComponentChildren
  /** Stands beside the button for more. */
  readonly children?: ComponentChildren
}

/** Cells as a table, fifty at a time; each is shown on the map by a button. None have no table. */
export function PagedCells<T extends TabledCell>(props: PagedCellsProps<T>) {
  const { caption, heads, cells, columns, note, children } = props
  const rows = useSignal(PAGE_ROWS)
  const { table, formats } = useHotspotMessages()
  const left = cells.length - rows.value
  return (
    <>
      {cells.length > 0 && (
        <table class={`${tables.figures} ${styles.cells}`} data-part="cells">
          <caption>{caption}</caption>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
              <th scope="col">
                <span class="visually-hidden">{table.cell}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.slice(0, rows.value).map((cell) => (
              <CellRow key={`${cell.properties.i},${cell.properties.j}`} cell={cell}>
                {columns(cell).map((column, k) => (
                  <td key={k}>{column}</td>
                ))}
              </CellRow>
            ))}
          </tbody>
        </table>
      )}
      {note}
      {(left > 0 || children !== undefined) && (
        <p class={controls.row}>
          {left > 0 && (
            <button type="button" class={controls.quietButton} onClick={() => (rows.value += PAGE_ROWS)}>
              {table.more(formats.count(Math.min(PAGE_ROWS, left)))}
            </button>
          )}
          {children}
        </p>
      )}
    </>
  )
}

interface CellRowProps {
  readonly cell: TabledCell
  readonly children: ComponentChildren
}

function CellRow({ cell: { properties, geometry }, children }: CellRowProps) {
  const { goTo } = useMapState()
  const { cell: selected } = useSelection()
  const { table } = useHotspotMessages()
  const { i, j } = properties
  const current = selected.value?.i === i && selected.value.j === j
  return (
    <tr aria-current={current ? 'true' : undefined}>
      {children}
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
