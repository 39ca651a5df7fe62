import { box, type Picture, type Shape, type Stroke } from '../../platform/pictures/picture.ts'
import type { DocumentMap } from './document-map.ts'
import { distanceRings } from './distance-rings.ts'
import { type LegendEntry, withLegend } from './map-legend.ts'
import { mapNames, scaledBy } from './map-names.ts'

const WIDTH = 640
const FILLS: Readonly<Record<string, string>> = {
  water: '#cfe0ea',
  park: '#dce8d4',
  square: '#efe7da',
  building: '#dcd8d1',
}
const WAYS: Readonly<Record<string, readonly [stroke: string, width: number]>> = {
  street: ['#ffffff', 9],
  path: ['#ffffff', 3],
  rail: ['#9a948b', 2],
}
const SITE = {
  fill: { colour: '#14505c', opacity: 0.22 },
  stroke: { colour: '#14505c', width: 2.5 },
} as const
const AREA: Stroke = { colour: '#8a4b08', width: 1.5, dash: [7, 4] }
const PLACE: Stroke = { colour: '#5b3a8c', width: 2, dash: [2, 4] }
const RING: Stroke = { colour: '#14505c', width: 1.2, dash: [12, 3, 2, 3] }

/** The words of a map's legend. */
export interface MapWords {
  readonly site: string
  readonly ring: (metres: number) => string
  readonly statisticalAreas: string
  readonly places: string
  readonly water: string
}

/** Marks over the ground and under the site's outline, with their entries of the legend; for staff alone. */
export interface MapOverlay {
  /** In metres from the map's north-western corner. */
  readonly shapes: readonly Shape[]
  readonly legend: readonly LegendEntry[]
}

/**
 * A map of a site: water, streets with their names, the statistical areas, the site with lines at the distances of its
 * surroundings, scale bar and legend, north upwards.
 */
export function mapPicture(map: DocumentMap, words: MapWords, overlay?: MapOverlay): Picture {
  const { widthMetres, heightMetres, places = [], ringMetres = [] } = map
  const scale = WIDTH / widthMetres
  const height = Math.round(heightMetres * scale)
  const scaled = (rings: readonly (readonly number[])[]) => rings.map((ring) => scaledBy(ring, scale))
  const rings = ringMetres.map((metres) => ({ metres, lines: distanceRings(map.site, metres, map) }))
  const shapes: readonly Shape[] = [
    ...map.ground.map(
      ({ kind, rings: outline }): Shape => ({
        kind: 'area',
        rings: scaled(outline),
        fill: { colour: FILLS[kind] ?? '#eeeeee' },
      }),
    ),
    ...map.ways.map(({ kind, line }): Shape => {
      const [colour, metres] = WAYS[kind] ?? WAYS['path']!
      return {
        kind: 'line',
        path: scaledBy(line, scale),
        stroke: { colour, width: Math.max(1, Number((metres * scale).toFixed(1))) },
      }
    }),
    ...(overlay?.shapes ?? []).map((shape) => placed(shape, scale)),
    ...map.areas.map((area): Shape => ({ kind: 'area', rings: scaled(area.rings), stroke: AREA })),
    ...places.map((place): Shape => ({ kind: 'area', rings: scaled(place.rings), stroke: PLACE })),
    ...rings.map(({ lines }): Shape => ({ kind: 'area', rings: scaled(lines), stroke: RING })),
    { kind: 'area', rings: scaled(map.site), ...SITE },
    ...mapNames(map, scale, { area: '#6d3a05', place: '#5b3a8c' }),
    ...rings.flatMap(({ metres, lines }) => ringName(metres, lines, scale)),
    { kind: 'area', rings: [box(0.5, 0.5, WIDTH - 1, height - 1)], stroke: { colour: '#9a948b', width: 1 } },
  ]
  const drawn = { width: WIDTH, height, background: '#f4f1ec', shapes }
  return withLegend(drawn, widthMetres, [
    { label: words.site, ...SITE },
    ...rings.map(({ metres }) => ({ label: words.ring(metres), stroke: RING })).slice(0, 1),
    ...(map.areas.length === 0 ? [] : [{ label: words.statisticalAreas, stroke: AREA }]),
    ...(places.length === 0 ? [] : [{ label: words.places, stroke: PLACE }]),
    ...(map.ground.some(({ kind, rings: outline }) => kind === 'water' && outline.some(isSeen))
      ? [{ label: words.water, fill: { colour: FILLS['water']! } }]
      : []),
    ...(overlay?.legend ?? []),
  ])
}

/** Whether a clipped ring is more than a piece of the frame's edge. */
function isSeen(ring: readonly number[]): boolean {
  const along = (axis: 0 | 1) => ring.filter((_, k) => k % 2 === axis)
  const [xs, ys] = [along(0), along(1)]
  return Math.max(...xs) > Math.min(...xs) && Math.max(...ys) > Math.min(...ys)
}

/** The distance, at the top of its line. */
function ringName(metres: number, lines: readonly (readonly number[])[], scale: number): readonly Shape[] {
  const [line] = lines
  if (line === undefined) return []
  const top = line.reduce((best, y, k) => (k % 2 === 1 && y < line[best]! ? k : best), 1)
  const at = { x: line[top - 1]! * scale, y: line[top]! * scale }
  return [{ kind: 'text', letters: `${metres} m`, ...at, size: 11, colour: '#14505c', halo: '#f4f1ec' }]
}

function placed(shape: Shape, scale: number): Shape {
  if (shape.kind === 'area') return { ...shape, rings: shape.rings.map((ring) => scaledBy(ring, scale)) }
  if (shape.kind === 'line') return { ...shape, path: scaledBy(shape.path, scale) }
  return { ...shape, x: shape.x * scale, y: shape.y * scale }
}
