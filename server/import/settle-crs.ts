import { chooseSystem } from '../engine/projection/choose-system.ts'
import type { CityBounds } from '../engine/projection/likely-systems.ts'
import { GEOMETRY_COLUMNS, type RowSource, type SourceRow } from '../formats/source-row.ts'
import type { ImportMapping } from './import-mapping.ts'
import { readCoordinate } from './coordinate-text.ts'
import { isPosition, readPositionText } from './position-text.ts'

const MAX_ROWS = 200

/** A mapping whose coordinate system is known. */
export type LocatedMapping = ImportMapping & { readonly crs: number }

/**
 * Finds the coordinate system of a file that is open: the mapping's, the file's own, or WGS 84, as its first rows bear out.
 * What the file says of it behind its rows is compared when they have been walked.
 *
 * @returns the same rows, and the mapping with its `crs`
 * @throws DomainError `invalid-file` as `chooseSystem` does; of what stands behind the rows, from walking them
 */
export async function settleCrs(
  source: RowSource,
  mapping: ImportMapping,
  city: CityBounds,
): Promise<{ readonly rows: RowSource; readonly mapping: LocatedMapping }> {
  const batches = source.batches[Symbol.asyncIterator]()
  const first = await batches.next()
  const firstRows = first.done === true ? [] : first.value
  const positions = positionsIn(firstRows.slice(0, MAX_ROWS), source.columns, mapping)
  const choose = (given: number | null) =>
    chooseSystem({ given, named: source.namedSystem?.() ?? null, positions, city })
  const crs = choose(mapping.crs ?? null)
  async function* walked() {
    if (first.done !== true) yield firstRows
    yield* { [Symbol.asyncIterator]: () => batches }
    choose(crs)
  }
  return { rows: { ...source, batches: walked() }, mapping: { ...mapping, crs } }
}

/** The pairs of numbers in rows; what is none is left to the reader of the rows to refuse. */
function positionsIn(
  rows: readonly SourceRow[],
  columns: readonly string[],
  mapping: ImportMapping,
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
  { csv: { decimal } }: ImportMapping,
): number | null {
  for (const inDegrees of [false, true]) {
    const read = readCoordinate(text ?? '', { decimal, inDegrees }, part)
    if (typeof read === 'number') return read
  }
  return null
}

/** Easting and northing of a whole position in one text; none while nobody knows their order. */
function textsInOrder(text: string, { positionOrder }: ImportMapping): readonly string[] {
  const position = readPositionText(text)
  const order = isPosition(position) ? (position.order ?? positionOrder) : undefined
  if (!isPosition(position) || order === undefined) return []
  const { first, second } = position
  return order === 'xy' ? [first, second] : [second, first]
}
