import { box, type Picture, type Shape, type Stroke } from '../../platform/pictures/picture.ts'
import { lettersWidth } from '../../platform/pictures/letters.ts'

const ROUND_LENGTHS = [5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
const [SIZE, ROW, SWATCH, GAP] = [13, 20, 26, 18]
const SCALE_ROW = 30
const [INK, PAPER] = ['#1f2a33', '#ffffff']

/** What a mark on a map stands for. */
export interface LegendEntry {
  readonly label: string
  readonly fill?: { readonly colour: string; readonly opacity?: number }
  readonly stroke?: Stroke
}

/**
 * A map with its scale bar, the north and its legend below it.
 *
 * @param map the map's shapes, which may reach beyond its frame
 * @param metresWide of the map
 */
export function withLegend(map: Picture, metresWide: number, legend: readonly LegendEntry[]): Picture {
  const { width, height } = map
  const rows = rowsOf(legend, width)
  const bottom = height + SCALE_ROW + rows.length * ROW + (rows.length === 0 ? 0 : 6)
  return {
    ...map,
    height: bottom,
    shapes: [
      ...map.shapes,
      { kind: 'area', rings: [box(0, height, width, bottom - height)], fill: { colour: PAPER } },
      ...scaleAndNorth(width, height, width / metresWide),
      ...rows.flatMap((row, k) =>
        row.flatMap(({ entry, x }) => entryShapes(entry, x, height + SCALE_ROW + k * ROW + ROW / 2)),
      ),
    ],
  }
}

function scaleAndNorth(width: number, top: number, scale: number): readonly Shape[] {
  const metres = ROUND_LENGTHS.findLast((length) => length * scale <= width / 3) ?? ROUND_LENGTHS[0]!
  const [left, length, y] = [4, metres * scale, top + 16]
  const north = width - 12
  const letters = { kind: 'text', size: SIZE, colour: INK } as const
  return [
    {
      kind: 'line',
      path: [left, y - 6, left, y, left + length, y, left + length, y - 6],
      stroke: { colour: INK, width: 1.5 },
    },
    { ...letters, letters: `${metres} m`, x: left + length + 8, y: y - 2, anchor: 'start' },
    { ...letters, letters: 'N', x: north - 14, y: y - 2 },
    {
      kind: 'area',
      rings: [[north, y - 12, north + 6, y + 6, north, y + 2, north - 6, y + 6]],
      fill: { colour: INK },
    },
  ]
}

/** Entries in rows as wide as the map. */
function rowsOf(legend: readonly LegendEntry[], width: number) {
  const rows: { readonly entry: LegendEntry; readonly x: number }[][] = []
  let x = Infinity
  for (const entry of legend) {
    const wide = SWATCH + 6 + lettersWidth(entry.label, SIZE) + GAP
    if (x + wide - GAP > width) {
      rows.push([])
      x = 4
    }
    rows.at(-1)!.push({ entry, x })
    x += wide
  }
  return rows
}

function entryShapes({ label, fill, stroke }: LegendEntry, x: number, y: number): readonly Shape[] {
  const swatch: Shape =
    fill === undefined && stroke !== undefined
      ? { kind: 'line', path: [x, y, x + SWATCH, y], stroke }
      : {
          kind: 'area',
          rings: [box(x + 1, y - 6, SWATCH - 2, 12)],
          ...(fill !== undefined && { fill }),
          ...(stroke !== undefined && { stroke }),
        }
  const text = { letters: label, x: x + SWATCH + 6, y, size: SIZE, colour: INK, anchor: 'start' } as const
  return [swatch, { kind: 'text', ...text }]
}
