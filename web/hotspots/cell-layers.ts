import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { CellKey } from './cell.ts'
import type { StylePart } from '../map/style/build-style.ts'
import { PALETTE } from '../map/style/palette.ts'

const CELLS = { source: 'hotspots', 'source-layer': 'hotspots' } as const

/** The cells of these classes. */
export function classFilter(classes: readonly string[]): FilterSpecification {
  return ['in', ['get', 'class'], ['literal', [...classes]]]
}

/** The one cell, or none. */
export function cellFilter(key: CellKey | null): FilterSpecification {
  if (key === null) return ['==', ['get', 'i'], null]
  return ['all', ['==', ['get', 'i'], key.i], ['==', ['get', 'j'], key.j]]
}

/** The cells of the classes that are shown, and the mark of the selected one. */
export function cellPart(classes: readonly string[], selected: CellKey | null): StylePart {
  return { layers: { surface: cellFillLayers(classes), outlines: cellLineLayers(classes, selected) } }
}

const classColour: ExpressionSpecification = [
  'match',
  ['get', 'class'],
  'high4',
  PALETTE.high4,
  'high2',
  PALETTE.high2,
  PALETTE.above,
]

/** The filled cells, below the streets. `cell-hit` draws nothing: it makes every cell answer to the pointer. */
function cellFillLayers(classes: readonly string[]): LayerSpecification[] {
  return [
    { id: 'cell-hit', type: 'fill', ...CELLS, paint: { 'fill-opacity': 0 } },
    {
      id: 'cell-fill',
      type: 'fill',
      ...CELLS,
      filter: classFilter(classes),
      paint: {
        'fill-color': classColour,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 10, 0.85, 13, 0.76, 16, 0.45],
        'fill-antialias': false,
      },
    },
  ]
}

/** Seams between filled cells, and the marks of the hovered and the selected cell, above the streets. */
function cellLineLayers(classes: readonly string[], selected: CellKey | null): LayerSpecification[] {
  return [
    {
      id: 'cell-line',
      type: 'line',
      ...CELLS,
      filter: classFilter(classes),
      paint: { 'line-color': '#ffffff', 'line-opacity': 0.55, 'line-width': 0.8 },
    },
    {
      id: 'cell-hover',
      type: 'line',
      ...CELLS,
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': PALETTE.ink,
        'line-width': 2,
        'line-opacity': ['case', ['boolean', ['feature-state', 'hover'], false], 0.8, 0],
      },
    },
    {
      id: 'cell-selected-halo',
      type: 'line',
      ...CELLS,
      filter: cellFilter(selected),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': '#ffffff', 'line-width': 6 },
    },
    {
      id: 'cell-selected',
      type: 'line',
      ...CELLS,
      filter: cellFilter(selected),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': PALETTE.ink, 'line-width': 3 },
    },
  ]
}
