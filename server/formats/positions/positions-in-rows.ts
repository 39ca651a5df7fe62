import { GEOMETRY_COLUMNS, type SourceRow } from '../source-row.ts'
import { type CoordinateForm, readCoordinate } from './coordinate-text.ts'
import { isPosition, readPositionText } from './position-text.ts'

/** What a mapping says of the positions of a file. */
export interface PositionMapping {
  readonly columns: {
    readonly x: string | null
    readonly y: string | null
    /** A column that holds whole positions; then x and y are null. */
    readonly position: string | null
  }
  readonly positionOrder?: 'xy' | 'yx' | undefined
  readonly csv: { readonly decimal: CoordinateForm['decimal'] }
}

/**
 * The pairs of numbers in rows, as they stand there; what is none is left to the reader of the rows to refuse. Without columns
 * named, a file's own geometry is meant.
 */
export function positionsIn(
  rows: readonly SourceRow[],
  columns: readonly string[],
  mapping: PositionMapping,
): readonly (readonly [number, number])[] {
  const { x, y, position } = mapping.columns
  const [atX, atY] = [columns.indexOf(x ?? GEOMETRY_COLUMNS.x), columns.indexOf(y ?? GEOMETRY_COLUMNS.y)]
  const at = position === null ? -1 : columns.indexOf(position)
  return rows.flatMap(({ fields }) => {
    const texts = at < 0 ? [fields[atX], fields[atY]] : textsInOrder(fields[at] ?? '', mapping)
    const [east, north] = [numberIn(texts[0], 'x', mapping), numberIn(texts[1], 'y', mapping)]
    return typeof east === 'number' && typeof north === 'number' ? [[east, north] as const] : []
  })
}

/** Metres where the text is a plain number, else degrees: which of both is meant is what is looked for. */
function numberIn(
  text: string | undefined,
  part: 'x' | 'y',
  { csv: { decimal } }: PositionMapping,
): number | null {
  for (const inDegrees of [false, true]) {
    const read = readCoordinate(text ?? '', { decimal, inDegrees }, part)
    if (typeof read === 'number') return read
  }
  return null
}

/** Easting and northing of a whole position in one text; none while nobody knows their order. */
function textsInOrder(text: string, { positionOrder }: PositionMapping): readonly string[] {
  const position = readPositionText(text)
  const order = isPosition(position) ? (position.order ?? positionOrder) : undefined
  if (!isPosition(position) || order === undefined) return []
  const { first, second } = position
  return order === 'xy' ? [first, second] : [second, first]
}
