import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { type Html, html } from '../../platform/pages/html.ts'

const SIZE = 320
const MARGIN = 24
const METRES_PER_DEGREE = 111_320
const ROUND_LENGTHS = [5, 10, 20, 50, 100, 200, 500, 1000, 2000]

/** The counted cells by zone: 0 is the site's. */
export type PlanCells = FeatureCollection<Polygon, { readonly zone: number }>['features']

/**
 * The outline of the site and the cells that are counted, with a scale bar, north upwards; a picture, not a measurement.
 */
export function sitePlan(geometry: Polygon | MultiPolygon, label: string, cells: PlanCells = []): Html {
  const rings = (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat()
  const points = [...rings, ...cells.map((cell) => cell.geometry.coordinates[0]!)].flat()
  const [west, east] = extent(points, 0)
  const [south, north] = extent(points, 1)
  const narrowing = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const width = (east - west) * narrowing * METRES_PER_DEGREE
  const height = (north - south) * METRES_PER_DEGREE
  const scale = (SIZE - 2 * MARGIN) / Math.max(width, height, 1)
  const place = ([lon, lat]: Position): string => {
    const x = SIZE / 2 + (lon! - (west + east) / 2) * narrowing * METRES_PER_DEGREE * scale
    const y = SIZE / 2 - (lat! - (south + north) / 2) * METRES_PER_DEGREE * scale
    return `${x.toFixed(1)},${y.toFixed(1)}`
  }
  const outline = (shown: readonly Position[][]) =>
    shown.map((ring) => `M${ring.map(place).join('L')}Z`).join('')
  const cellsOf = (isSite: boolean) =>
    outline(
      cells.flatMap((cell) =>
        (cell.properties.zone === 0) === isSite ? [cell.geometry.coordinates[0]!] : [],
      ),
    )
  const bar = ROUND_LENGTHS.findLast((metres) => metres * scale <= SIZE / 3) ?? ROUND_LENGTHS[0]!
  return html`<svg class="site-plan" role="img" aria-label="${label}" viewBox="0 0 ${SIZE} ${SIZE + 28}" width="${SIZE}" height="${SIZE + 28}">
${cells.length === 0 ? null : html`<path d="${cellsOf(false)}" fill="none" stroke="#8a969c" stroke-width="0.75"/><path d="${cellsOf(true)}" fill="#f4ecd9" stroke="#8a4b08" stroke-width="1.25"/>`}
<path d="${outline(rings)}" fill="#14505c" fill-opacity="0.18" stroke="#14505c" stroke-width="2" fill-rule="evenodd" stroke-linejoin="round"/>
<path d="M${MARGIN},${SIZE + 8}v6h${(bar * scale).toFixed(1)}v-6" fill="none" stroke="#1f2a33" stroke-width="1.5"/>
<text x="${MARGIN + bar * scale + 8}" y="${SIZE + 16}" font-size="12" fill="#1f2a33">${bar} m</text>
<text x="${SIZE - MARGIN}" y="${SIZE + 16}" font-size="12" fill="#1f2a33" text-anchor="end">N ↑</text>
</svg>`
}

function extent(points: readonly Position[], axis: 0 | 1): readonly [low: number, high: number] {
  let low = Infinity
  let high = -Infinity
  for (const point of points) {
    low = Math.min(low, point[axis]!)
    high = Math.max(high, point[axis]!)
  }
  return [low, high]
}
