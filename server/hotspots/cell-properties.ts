import { CELL_CLASSES, type SurfaceCells } from '../engine/statistics/surface-types.ts'

const DIGITS = 6

/** The properties of a cell by name, in output order. */
const PROPERTIES: readonly (readonly [name: string, text: (cells: SurfaceCells, k: number) => string])[] = [
  ['i', (cells, k) => String(cells.i[k])],
  ['j', (cells, k) => String(cells.j[k])],
  ['count', (cells, k) => numberText(cells.count[k]!)],
  ['sum', (cells, k) => numberText(cells.sum[k]!)],
  ['expected', (cells, k) => numberText(cells.expected[k]!)],
  ['ratio', (cells, k) => numberText(cells.ratio[k]!)],
  ['low', (cells, k) => numberText(cells.low[k]!)],
  ['high', (cells, k) => numberText(cells.high[k]!)],
  ['p', (cells, k) => numberText(cells.p[k]!)],
  ['q', (cells, k) => numberText(cells.q[k]!)],
  ['class', (cells, k) => CELL_CLASSES[cells.classCode[k]!]!],
  ['dominance', (cells, k) => numberText(cells.dominance[k]!)],
  ['z', (cells, k) => numberText(cells.z[k]!)],
  ['pNormal', (cells, k) => numberText(cells.pNormal[k]!)],
]

export const PROPERTY_NAMES: readonly string[] = PROPERTIES.map(([name]) => name)

/** The properties of a cell as texts, in the order of PROPERTY_NAMES; empty where there is no figure. */
export function propertyTexts(cells: SurfaceCells, k: number): readonly string[] {
  return PROPERTIES.map(([, text]) => text(cells, k))
}

/** A number with 6 significant digits, whole ones in full; empty for NaN. */
function numberText(value: number): string {
  if (!Number.isFinite(value)) return ''
  return String(Number.isInteger(value) ? value : Number(value.toPrecision(DIGITS)))
}
