import type { ReadonlySignal, Signal } from '@preact/signals'
import type { MapGeoJSONFeature, Map as MapLibreMap, MapMouseEvent, Point } from 'maplibre-gl'
import { cellText } from '../../hotspots/cell-text.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { Hotspots } from '../../hotspots/hotspots.ts'
import type { Selection } from '../../hotspots/selection.ts'
import type { CellSummary } from '../../hotspots/cell.ts'
import { cellAtPoint, summaryOf, handleAtPoint, type Hover, featuresAtPoint } from './hover.ts'
import { hotspotMessages } from '../../hotspots/messages.ts'

const CELLS = { source: 'hotspots', sourceLayer: 'hotspots' } as const

export interface PointerDeps {
  readonly selection: Selection
  /** True while an area is being drawn. */
  readonly paused: ReadonlySignal<boolean>
}

export interface KeyboardDeps extends PointerDeps {
  readonly hotspots: Pick<Hotspots, 'filters'>
  readonly texts: ReadonlySignal<Texts>
  /** Says something to a screen reader. */
  readonly say: (text: string) => void
}

/** Hover marks a cell and tells it; a click selects it with the things there. Neither while an area is being drawn, nor on its handles. */
export function selectByPointer(
  map: MapLibreMap,
  { selection, paused }: PointerDeps,
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
    pressedWhileDrawing = paused.peek()
  }
  const move = ({ point }: MapMouseEvent) => {
    if (paused.peek() || handleAtPoint(map, point)) return leave()
    const feature = cellAtPoint(map, point)
    mark(feature?.id)
    const features = featuresAtPoint(map, point)
    const reported = feature === null && features.length === 0
    hover.value = reported
      ? null
      : { x: point.x, y: point.y, cell: feature === null ? null : summaryOf(feature), features }
  }
  const click = ({ point, originalEvent }: MapMouseEvent) => {
    if (pressedWhileDrawing || paused.peek() || handleAtPoint(map, point)) return
    const byTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch'
    select(map, selection, point, byTouch ? 'touch' : 'mouse')
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
export function selectByKeyboard(map: MapLibreMap, deps: KeyboardDeps): () => void {
  const { selection, paused, hotspots, say } = deps
  const canvas = map.getCanvas()
  const press = (event: KeyboardEvent) => {
    if (paused.peek()) return
    if (event.key === 'Escape') selection.clear()
    if (event.key !== 'Enter') return
    const cell = select(map, selection, map.project(map.getCenter()), 'mouse')
    const texts = hotspotMessages.inLanguageOf(deps.texts.peek())
    say(
      cell === null
        ? texts.cell.none
        : texts.cell.selected(cellText(cell, hotspots.filters.peek().exposure, texts)),
    )
  }
  canvas.addEventListener('keydown', press)
  return () => canvas.removeEventListener('keydown', press)
}

/** Selects the cell at a point, or none, together with the things there. */
function select(
  map: MapLibreMap,
  selection: Selection,
  point: Point,
  pointer: 'mouse' | 'touch',
): CellSummary | null {
  const feature = cellAtPoint(map, point)
  const cell = feature === null ? null : summaryOf(feature)
  selection.pointAt(cell, featuresAtPoint(map, point, pointer))
  return cell
}
