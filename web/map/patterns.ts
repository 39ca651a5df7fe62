import type { Map as MapLibreMap } from 'maplibre-gl'

/** Repeated pictures that fill what has no colour. */
export const PATTERNS = {
  few: {
    size: 14,
    marks: (x: number, y: number) => isDot(x, y, 3.5, 3.5) || isDot(x, y, 10.5, 10.5),
    ink: 105,
  },
  none: { size: 28, marks: (x: number, y: number) => isRing(x, y, 14, 14), ink: 90 },
  uncovered: { size: 12, marks: (x: number, y: number) => (x + y) % 12 < 1.5, ink: 120 },
  refused: {
    size: 12,
    marks: (x: number, y: number) => (x + y) % 12 < 1.5 || (x - y + 12) % 12 < 1.5,
    ink: 150,
  },
} as const
export type Pattern = keyof typeof PATTERNS

/** Makes the patterns for a map when its style first asks for them. @param ink their colour */
export function providePatterns(map: MapLibreMap, ink: readonly [number, number, number]): void {
  map.setMissingStyleImageResolver((id) => {
    if (id in PATTERNS && !map.hasImage(id)) map.addImage(id, draw(id as Pattern, ink))
  })
}

function draw(id: Pattern, ink: readonly [number, number, number]) {
  const { size, marks, ink: alpha } = PATTERNS[id]
  const data = new Uint8ClampedArray(size * size * 4)
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (marks(x, y)) data.set([...ink, alpha], (y * size + x) * 4)
  return { width: size, height: size, data }
}

function isDot(x: number, y: number, atX: number, atY: number): boolean {
  return Math.hypot(x + 0.5 - atX, y + 0.5 - atY) < 1.2
}

function isRing(x: number, y: number, atX: number, atY: number): boolean {
  const distance = Math.hypot(x + 0.5 - atX, y + 0.5 - atY)
  return distance > 2 && distance < 3.2
}
