import { lettersWidth } from '../../platform/pictures/letters.ts'
import { pairsOf, type Path, type Shape } from '../../platform/pictures/picture.ts'
import type { DocumentMap, MapArea } from './document-map.ts'

const [STREET_SIZE, PLACE_SIZE, AREA_SIZE] = [11, 12, 13]
const HALO = '#f4f1ec'
type Name = Extract<Shape, { readonly kind: 'text' }>

/** The names on a map: streets along their lines, places where they are, outlined areas within their boxes. */
export function mapNames(
  map: DocumentMap,
  scale: number,
  colours: { readonly area: string; readonly place: string },
) {
  const { places = [] } = map
  const outlined = [
    ...map.areas.map((named) => areaName(named, map.widthMetres * scale, scale, colours.area)),
    ...places.map((named) => areaName(named, map.widthMetres * scale, scale, colours.place)),
  ]
  const streets = streetNames(map, scale).filter((street) => !outlined.some((area) => overlaps(street, area)))
  return [
    ...streets,
    ...map.names.map(({ name, at: [x, y] }) => nameAt(name, x * scale, y * scale, PLACE_SIZE, '#3f5a3a')),
    ...outlined,
  ]
}

/** Whether a turned name lies over a level one: names of streets give way to those of areas. */
function overlaps(turned: Name, level: Name): boolean {
  const turn = ((turned.degrees ?? 0) * Math.PI) / 180
  const [long, wide] = [lettersWidth(turned.letters, turned.size), lettersWidth(level.letters, level.size)]
  const reachX = (wide + long * Math.abs(Math.cos(turn))) / 2
  const reachY = (level.size + turned.size + long * Math.abs(Math.sin(turn))) / 2
  return Math.abs(turned.x - level.x) < reachX && Math.abs(turned.y - level.y) < reachY
}

function nameAt(letters: string, x: number, y: number, size: number, colour: string): Name {
  return { kind: 'text', letters, x, y, size, colour, halo: HALO }
}

function areaName({ name, rings }: MapArea, width: number, scale: number, colour: string): Name {
  const [x, y] = middleOf(rings, scale)
  const half = lettersWidth(name, AREA_SIZE) / 2
  return nameAt(name, Math.min(Math.max(x, half + 4), width - half - 4), y, AREA_SIZE, colour)
}

/** Each street's name once, on its longest straight piece within the map that holds it. */
function streetNames({ ways, widthMetres, heightMetres }: DocumentMap, scale: number): readonly Name[] {
  const placed = new Map<string, { x: number; y: number; degrees: number; length: number }>()
  for (const { name, line } of ways) {
    if (name === null) continue
    const points = pairsOf(scaledBy(line, scale))
    points.slice(1).forEach(([x2, y2], k) => {
      const [x1, y1] = points[k]!
      const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2]
      const length = Math.hypot(x2 - x1, y2 - y1)
      const isInside = x > 0 && y > 0 && x < widthMetres * scale && y < heightMetres * scale
      if (!isInside || length < lettersWidth(name, STREET_SIZE) || length <= (placed.get(name)?.length ?? 0))
        return
      const degrees = (Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI
      placed.set(name, { x, y, length, degrees: upright(degrees) })
    })
  }
  return [...placed].map(([name, { x, y, degrees }]) => ({
    ...nameAt(name, x, y, STREET_SIZE, '#3a3833'),
    degrees,
  }))
}

export function scaledBy(path: Path, scale: number): Path {
  return path.map((value) => value * scale)
}

function upright(degrees: number): number {
  if (degrees > 90) return degrees - 180
  return degrees < -90 ? degrees + 180 : degrees
}

/** The middle of the box of the largest ring. */
function middleOf(rings: readonly Path[], scale: number): readonly [x: number, y: number] {
  const boxes = rings.map((ring) => {
    const points = pairsOf(scaledBy(ring, scale))
    const along = (axis: 0 | 1) => points.map((point) => point[axis])
    const [left, right] = [Math.min(...along(0)), Math.max(...along(0))]
    const [top, bottom] = [Math.min(...along(1)), Math.max(...along(1))]
    return { at: [(left + right) / 2, (top + bottom) / 2] as const, size: (right - left) * (bottom - top) }
  })
  return boxes.reduce((best, box) => (box.size > best.size ? box : best)).at
}
