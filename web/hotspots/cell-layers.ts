import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl'
import type { StylePart } from '../map/style/build-style.ts'
import { PALETTE } from '../map/style/palette.ts'

/** The layer of tiles with the cells, and the map's first source of them. */
export const CELL_TILES = 'hotspots'
/** Source of the outlines of the hovered and the selected cell. */
export const MARKED_CELLS = 'marked-cells'

/** `hit` is never drawn and makes every cell respond to the pointer; `state` marks cells without a class. */
export const CELL_LAYERS = ['hit', 'state', 'fill', 'line'] as const
type CellLayer = (typeof CELL_LAYERS)[number]

/** What is drawn of the cells. */
export interface CellLook {
  readonly classes: readonly string[]
  /** Whether cells with too few incidents, and those with none, are marked. */
  readonly states: boolean
}

const FILL_OPACITY: ExpressionSpecification = [
  'interpolate',
  ['linear'],
  ['zoom'],
  10,
  0.85,
  13,
  0.76,
  16,
  0.45,
]
const LINE_OPACITY = 0.55
const STATE_OPACITY: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], 10, 0.35, 13, 0.9]
const AT_ONCE = { duration: 0, delay: 0 } as const

/** The id of a layer of a source of cells. */
export function cellLayerId(layer: CellLayer, source: string): string {
  return source === CELL_TILES ? `cell-${layer}` : `cell-${layer}-${source}`
}

/** The layers of a source of cells, lowest first: its fills below the streets, its seams above them. */
export interface CellLayers {
  readonly surface: readonly LayerSpecification[]
  readonly outlines: readonly LayerSpecification[]
}

/**
 * The layers of cells.
 *
 * @param drawn false = transparent: their tiles are loaded, and cost nothing to draw
 */
export function cellLayers(source: string, look: CellLook, drawn: boolean): CellLayers {
  const cells = { source, 'source-layer': CELL_TILES } as const
  const { fill, line, state } = cellOpacities(drawn)
  const filters = cellFilters(look)
  return {
    surface: [
      { id: cellLayerId('hit', source), type: 'fill', ...cells, paint: { 'fill-opacity': 0 } },
      {
        id: cellLayerId('state', source),
        type: 'fill',
        ...cells,
        filter: filters.state,
        paint: {
          'fill-pattern': ['case', ['==', ['get', 'sum'], 0], 'none', 'few'],
          'fill-opacity': state,
          'fill-opacity-transition': AT_ONCE,
        },
      },
      {
        id: cellLayerId('fill', source),
        type: 'fill',
        ...cells,
        filter: filters.fill,
        paint: {
          'fill-color': classColour,
          'fill-opacity': fill,
          'fill-opacity-transition': AT_ONCE,
          'fill-antialias': false,
        },
      },
    ],
    outlines: [
      {
        id: cellLayerId('line', source),
        type: 'line',
        ...cells,
        filter: filters.line,
        paint: {
          'line-color': '#ffffff',
          'line-opacity': line,
          'line-opacity-transition': AT_ONCE,
          'line-width': 0.8,
        },
      },
    ],
  }
}

/** Opacities of drawn and of transparent cells. */
export function cellOpacities(drawn: boolean) {
  return {
    state: drawn ? STATE_OPACITY : 0,
    fill: drawn ? FILL_OPACITY : 0,
    line: drawn ? LINE_OPACITY : 0,
  }
}

/** The cells that each layer draws. */
export function cellFilters({
  classes,
  states,
}: CellLook): Readonly<Record<'state' | 'fill' | 'line', FilterSpecification>> {
  const ofClasses: FilterSpecification = ['in', ['get', 'class'], ['literal', [...classes]]]
  const unknown: FilterSpecification = ['any', ['==', ['get', 'class'], 'few'], ['==', ['get', 'sum'], 0]]
  return { fill: ofClasses, line: ofClasses, state: states ? unknown : ['literal', false] }
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

/** The cells, and the outlines of the hovered and the selected one. */
export function cellPart(look: CellLook): StylePart {
  const { surface, outlines } = cellLayers(CELL_TILES, look, true)
  return {
    sources: { [MARKED_CELLS]: { type: 'geojson', data: { type: 'FeatureCollection', features: [] } } },
    layers: { surface, outlines: [...outlines, ...markLayers()] },
  }
}

function markLayers(): LayerSpecification[] {
  const mark = (
    id: string,
    kind: 'hovered' | 'selected',
    colour: string,
    width: number,
  ): LayerSpecification => ({
    id,
    type: 'line',
    source: MARKED_CELLS,
    filter: ['==', ['get', 'mark'], kind],
    layout: { 'line-join': 'round' },
    paint: { 'line-color': colour, 'line-width': width },
  })
  return [
    mark('cell-hover', 'hovered', PALETTE.ink, 2),
    mark('cell-selected-halo', 'selected', PALETTE.halo, 6),
    mark('cell-selected', 'selected', PALETTE.ink, 3),
    ...([PALETTE.halo, PALETTE.accent] as const).map(
      (colour, index): LayerSpecification => ({
        id: index === 0 ? 'found-halo' : 'found',
        type: 'circle',
        source: MARKED_CELLS,
        filter: ['==', ['get', 'mark'], 'found'],
        paint: {
          'circle-radius': 9,
          'circle-opacity': 0,
          'circle-stroke-color': colour,
          'circle-stroke-width': index === 0 ? 6 : 3,
        },
      }),
    ),
  ]
}
