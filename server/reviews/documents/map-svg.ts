import { type Html, html } from '../../platform/pages/html.ts'
import type { DocumentMap, MapArea, MapLine } from './document-map.ts'

const WIDTH = 640
const ROUND_LENGTHS = [50, 100, 200, 500, 1000, 2000]
/** Average width of a letter relative to its height. */
const LETTER = 0.55
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

/** A map of a site: streets with their names, the statistical areas, the site itself and a scale bar, north upwards. */
export function mapSvg(map: DocumentMap, label: string): Html {
  const scale = WIDTH / map.widthMetres
  const height = Math.round(map.heightMetres * scale)
  const path = (line: MapLine, close: boolean) =>
    `M${pairs(line, scale)
      .map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join('L')}${close ? 'Z' : ''}`
  const area = (rings: readonly MapLine[]) => rings.map((ring) => path(ring, true)).join('')
  const { places = [] } = map
  const bar = ROUND_LENGTHS.findLast((metres) => metres * scale <= WIDTH / 3) ?? ROUND_LENGTHS[0]!
  return html`<svg class="document-map" role="img" aria-label="${label}" viewBox="0 0 ${WIDTH} ${height + 28}">
<svg x="0" y="0" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">
<rect width="${WIDTH}" height="${height}" fill="#f4f1ec"/>
${map.ground.map(({ kind, rings }) => html`<path d="${area(rings)}" fill="${FILLS[kind] ?? '#eee'}" fill-rule="evenodd"/>`)}
${map.ways.map(({ kind, line }) => {
  const [stroke, metres] = WAYS[kind] ?? WAYS['path']!
  return html`<path d="${path(line, false)}" fill="none" stroke="${stroke}" stroke-width="${Math.max(1, metres * scale).toFixed(1)}" stroke-linejoin="round"/>`
})}
${map.areas.map(({ rings }) => html`<path d="${area(rings)}" fill="none" stroke="#8a4b08" stroke-width="1.5" stroke-dasharray="7 4"/>`)}
${places.map(({ rings }) => html`<path d="${area(rings)}" fill="none" stroke="#5b3a8c" stroke-width="2" stroke-dasharray="2 4" stroke-linecap="round"/>`)}
<path d="${area(map.site)}" fill="#14505c" fill-opacity="0.22" stroke="#14505c" stroke-width="2.5" fill-rule="evenodd" stroke-linejoin="round"/>
${streetNames(map, scale).map(({ name, x, y, degrees }) => text(name, x, y, { degrees, size: 11, fill: '#3a3833' }))}
${map.names.map(({ name, at: [x, y] }) => text(name, x * scale, y * scale, { degrees: 0, size: 12, fill: '#3f5a3a' }))}
${map.areas.map((named) => areaName(named, scale, '#6d3a05'))}
${places.map((named) => areaName(named, scale, '#5b3a8c'))}
</svg>
<path d="M4,${height + 10}v6h${(bar * scale).toFixed(1)}v-6" fill="none" stroke="#1f2a33" stroke-width="1.5"/>
<text x="${(12 + bar * scale).toFixed(0)}" y="${height + 20}" font-size="13" fill="#1f2a33">${bar} m</text>
<text x="${WIDTH - 4}" y="${height + 20}" font-size="13" fill="#1f2a33" text-anchor="end">N ↑</text>
</svg>`
}

function text(
  letters: string,
  x: number,
  y: number,
  { degrees, size, fill }: { readonly degrees: number; readonly size: number; readonly fill: string },
): Html {
  const turn = degrees === 0 ? '' : ` rotate(${degrees.toFixed(0)})`
  return html`<text transform="translate(${x.toFixed(1)} ${y.toFixed(1)})${turn}" font-size="${size}" fill="${fill}" stroke="#f4f1ec" stroke-width="3" paint-order="stroke" text-anchor="middle" dominant-baseline="central">${letters}</text>`
}

function areaName({ name, rings }: MapArea, scale: number, fill: string): Html {
  const [x, y] = middleOf(rings, scale)
  const half = (name.length * 13 * LETTER) / 2
  return text(name, Math.min(Math.max(x, half + 4), WIDTH - half - 4), y, { degrees: 0, size: 13, fill })
}

function pairs(line: MapLine, scale: number): readonly (readonly [x: number, y: number])[] {
  return Array.from({ length: line.length / 2 }, (_, k) => [line[2 * k]! * scale, line[2 * k + 1]! * scale])
}

/** Each street's name once, on its longest straight piece within the map that holds it. */
function streetNames({ ways, widthMetres, heightMetres }: DocumentMap, scale: number) {
  const placeByName = new Map<string, { x: number; y: number; degrees: number; length: number }>()
  for (const { name, line } of ways) {
    if (name === null) continue
    const points = pairs(line, scale)
    points.slice(1).forEach(([x2, y2], k) => {
      const [x1, y1] = points[k]!
      const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
      const length = Math.hypot(x2 - x1, y2 - y1)
      const isInside = x > 0 && y > 0 && x < widthMetres * scale && y < heightMetres * scale
      if (!isInside || length < name.length * 11 * LETTER || length <= (placeByName.get(name)?.length ?? 0))
        return
      const degrees = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI
      placeByName.set(name, { x, y, length, degrees: upright(degrees) })
    })
  }
  return [...placeByName].map(([name, at]) => ({ name, ...at }))
}

function upright(degrees: number): number {
  if (degrees > 90) return degrees - 180
  return degrees < -90 ? degrees + 180 : degrees
}

/** The middle of the box of the largest ring. */
function middleOf(rings: readonly MapLine[], scale: number): readonly [x: number, y: number] {
  const boxes = rings.map((ring) => {
    const points = pairs(ring, scale)
    const along = (axis: 0 | 1) => points.map((point) => point[axis])
    const [left, right] = [Math.min(...along(0)), Math.max(...along(0))]
    const [top, bottom] = [Math.min(...along(1)), Math.max(...along(1))]
    return { at: [(left + right) / 2, (top + bottom) / 2] as const, size: (right - left) * (bottom - top) }
  })
  return boxes.reduce((best, box) => (box.size > best.size ? box : best)).at
}
