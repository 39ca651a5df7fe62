import type { Signal } from '@preact/signals'
import type { MapGeoJSONFeature, Map as MapLibreMap, MapMouseEvent } from 'maplibre-gl'
import { cellWords } from '../i18n/cell-words.ts'
import type { CellKey } from '../state/permalink.ts'
import type { Workspace } from '../state/workspace.ts'
import { cellAtPoint, glimpseOf, type Hover, thingsAtPoint } from './hover.ts'

const CELLS = { source: 'hotspots', sourceLayer: 'hotspots' } as const

/** Hover marks a cell and tells it; a click selects it. Neither while an area is being drawn. */
export function selectByPointer(
  map: MapLibreMap,
  workspace: Workspace,
  hover: Signal<Hover | null>,
): () => void {
  let marked: MapGeoJSONFeature['id'] | undefined
  const mark = (id: MapGeoJSONFeature['id'] | undefined) => {
    if (marked === id) return
    if (marked !== undefined) map.setFeatureState({ ...CELLS, id: marked }, { hover: false })
    if (id !== undefined) map.setFeatureState({ ...CELLS, id }, { hover: true })
    marked = id
  }
  const leave = () => {
    mark(undefined)
    hover.value = null
  }
  /** On the way to a proposal a click means its corners, not the cell below them. */
  const busy = () => {
    const { drawing, draft } = workspace.proposal
    return drawing.peek() || (workspace.panel.peek() === 'proposal' && draft.area.peek() !== null)
  }
  const move = ({ point }: MapMouseEvent) => {
    if (workspace.proposal.drawing.peek()) return leave()
    const feature = cellAtPoint(map, point)
    mark(feature?.id)
    const things = thingsAtPoint(map, point.x, point.y)
    const told = feature === null && things.length === 0
    hover.value = told
      ? null
      : { x: point.x, y: point.y, cell: feature === null ? null : glimpseOf(feature), things }
  }
  const click = ({ point }: MapMouseEvent) => {
    if (busy()) return
    const feature = cellAtPoint(map, point)
    workspace.glimpse.value = feature === null ? null : glimpseOf(feature)
    workspace.selected.value = feature === null ? null : keyOf(feature)
  }
  map.on('mousemove', move)
  map.on('mouseout', leave)
  map.on('movestart', leave)
  map.on('click', click)
  return () => {
    map.off('mousemove', move)
    map.off('mouseout', leave)
    map.off('movestart', leave)
    map.off('click', click)
  }
}

/** Enter on the focused map selects the cell at its centre and says it; Escape lets go of it. */
export function selectByKeyboard(map: MapLibreMap, workspace: Workspace): () => void {
  const canvas = map.getCanvas()
  const press = (event: KeyboardEvent) => {
    if (workspace.proposal.drawing.peek()) return
    if (event.key === 'Escape') workspace.selected.value = null
    if (event.key !== 'Enter') return
    const feature = cellAtPoint(map, map.project(map.getCenter()))
    const texts = workspace.texts.peek()
    if (feature === null) {
      workspace.announcement.value = texts.cell.none
      return
    }
    const cell = glimpseOf(feature)
    workspace.glimpse.value = cell
    workspace.selected.value = keyOf(feature)
    workspace.announcement.value = texts.cell.selected(
      cellWords(cell, workspace.filters.peek().exposure, texts),
    )
  }
  canvas.addEventListener('keydown', press)
  return () => canvas.removeEventListener('keydown', press)
}

function keyOf(feature: MapGeoJSONFeature): CellKey {
  const { i, j } = glimpseOf(feature)
  return { i, j }
}
