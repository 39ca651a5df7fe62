import type { ReadonlySignal, Signal } from '@preact/signals'
import type { Polygon } from 'geojson'
import type { MapGeoJSONFeature, Map as MapLibreMap, MapMouseEvent, Point } from 'maplibre-gl'
import { cellText } from '../../hotspots/cell-text.ts'
import type { Texts } from '../../i18n/texts.ts'
import type { Hotspots } from '../../hotspots/hotspots.ts'
import type { Selection } from '../../hotspots/selection.ts'
import type { CellSummary } from '../../hotspots/cell.ts'
import {
  cellAtPoint,
  changeAtPoint,
  outlineOf,
  summaryOf,
  handleAtPoint,
  type Hover,
  featuresAtPoint,
} from './hover.ts'
import { hotspotMessages } from '../../hotspots/messages.ts'

export interface PointerDeps {
  readonly selection: Selection
  /** True while an area is being drawn. */
  readonly paused: ReadonlySignal<boolean>
  /** The layer that finds cells. */
  readonly hitLayer: () => string
}

export interface KeyboardDeps extends PointerDeps {
  readonly hotspots: Pick<Hotspots, 'filters'>
  readonly texts: ReadonlySignal<Texts>
  /** Announces a text to screen readers. */
  readonly say: (text: string) => void
}

/**
 * Hover highlights a cell and shows its tooltip; a click selects it with the features there. Disabled while an area
 * is drawn, and on its handles.
 */
export function selectByPointer(
  map: MapLibreMap,
  deps: PointerDeps,
  hover: Signal<Hover | null>,
  hovered: Signal<Polygon | null>,
): () => void {
  const { paused, hitLayer } = deps
  let marked: MapGeoJSONFeature['id'] | undefined
  const mark = (cell: MapGeoJSONFeature | null) => {
    if (marked === cell?.id) return
    marked = cell?.id
    hovered.value = cell === null ? null : outlineOf(map, cell, hitLayer())
  }
  const leave = () => {
    mark(null)
    hover.value = null
  }
  // The click that sets the last corner ends the drawing before this handler runs.
  let pressedWhileDrawing = false
  const press = () => {
    pressedWhileDrawing = paused.peek()
  }
  const move = ({ point }: MapMouseEvent) => {
    if (paused.peek() || handleAtPoint(map, point)) return leave()
    const feature = cellAtPoint(map, point, hitLayer())
    mark(feature)
    const features = featuresAtPoint(map, point)
    const reported = feature === null && features.length === 0
    hover.value = reported
      ? null
      : {
          x: point.x,
          y: point.y,
          cell: feature === null ? null : summaryOf(feature),
          change: changeAtPoint(map, point),
          features,
        }
  }
  const click = ({ point, originalEvent }: MapMouseEvent) => {
    if (pressedWhileDrawing || paused.peek() || handleAtPoint(map, point)) return
    const byTouch = originalEvent instanceof PointerEvent && originalEvent.pointerType === 'touch'
    select(map, deps, point, byTouch ? 'touch' : 'mouse')
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

/** Enter on the focused map selects the cell at its centre and announces it; Escape clears the selection. */
export function selectByKeyboard(map: MapLibreMap, deps: KeyboardDeps): () => void {
  const { selection, paused, hotspots, say } = deps
  const canvas = map.getCanvas()
  const press = (event: KeyboardEvent) => {
    if (paused.peek()) return
    if (event.key === 'Escape') selection.clear()
    if (event.key !== 'Enter') return
    const cell = select(map, deps, map.project(map.getCenter()), 'mouse')
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

/** Selects the cell at a point, or none, with the features there. */
function select(
  map: MapLibreMap,
  { selection, hitLayer }: Pick<PointerDeps, 'selection' | 'hitLayer'>,
  point: Point,
  pointer: 'mouse' | 'touch',
): CellSummary | null {
  const feature = cellAtPoint(map, point, hitLayer())
  const cell = feature === null ? null : summaryOf(feature)
  const outline = feature === null ? null : outlineOf(map, feature, hitLayer())
  selection.pointAt(cell, featuresAtPoint(map, point, pointer), outline)
  return cell
}
