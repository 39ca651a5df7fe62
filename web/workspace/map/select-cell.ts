import { batch, type Signal } from '@preact/signals'
import type { MapGeoJSONFeature, Map as MapLibreMap, MapMouseEvent, Point } from 'maplibre-gl'
import { cellWords } from '../../hotspots/cell-words.ts'
import type { Workspace } from '../workspace.ts'
import type { CellGlimpse } from '../../hotspots/cell.ts'
import { cellAtPoint, glimpseOf, handleAtPoint, type Hover, thingsAtPoint } from './hover.ts'

const CELLS = { source: 'hotspots', sourceLayer: 'hotspots' } as const

/** Hover marks a cell and tells it; a click selects it with the things there. Neither while an area is being drawn, nor on its handles. */
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
  // The click that sets the last corner ends the drawing before it gets here.
  let pressedWhileDrawing = false
  const press = () => {
    pressedWhileDrawing = workspace.proposal.drawing.peek()
  }
  const move = ({ point }: MapMouseEvent) => {
    if (workspace.proposal.drawing.peek() || handleAtPoint(map, point)) return leave()
    const feature = cellAtPoint(map, point)
    mark(feature?.id)
    const things = thingsAtPoint(map, point)
    const told = feature === null && things.length === 0
    hover.value = told
      ? null
      : { x: point.x, y: point.y, cell: feature === null ? null : glimpseOf(feature), things }
  }
  const click = ({ point, originalEvent }: MapMouseEvent) => {
    if (pressedWhileDrawing || workspace.proposal.drawing.peek() || handleAtPoint(map, point)) return
    const byTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch'
    select(map, workspace, point, byTouch ? 'touch' : 'mouse')
  }
  map.getCanvas().addEventListener('pointerdown', press, { capture: true })
  map.on('mousemove', move)
  map.on('mouseout', leave)
  map.on('movestart', leave)
  map.on('click', click)
  return () => {
    map.getCanvas().removeEventListener('pointerdown', press, { capture: true })
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
    if (event.key === 'Escape') {
      workspace.selected.value = null
      workspace.pointedAt.value = null
    }
    if (event.key !== 'Enter') return
    const cell = select(map, workspace, map.project(map.getCenter()), 'mouse')
    const texts = workspace.texts.peek()
    workspace.announcement.value =
      cell === null
        ? texts.cell.none
        : texts.cell.selected(cellWords(cell, workspace.filters.peek().exposure, texts))
  }
  canvas.addEventListener('keydown', press)
  return () => canvas.removeEventListener('keydown', press)
}

/** Selects the cell at a point, or none, together with the things there. */
function select(
  map: MapLibreMap,
  workspace: Workspace,
  point: Point,
  pointer: 'mouse' | 'touch',
): CellGlimpse | null {
  const feature = cellAtPoint(map, point)
  const cell = feature === null ? null : glimpseOf(feature)
  const key = cell === null ? null : { i: cell.i, j: cell.j }
  batch(() => {
    workspace.pointedAt.value = { cell: key, things: thingsAtPoint(map, point, pointer) }
    workspace.glimpse.value = cell
    workspace.selected.value = key
  })
  return cell
}
