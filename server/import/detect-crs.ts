import { chooseSystem } from '../engine/projection/choose-system.ts'
import type { CityBounds } from '../engine/projection/likely-systems.ts'
import type { RowSource } from '../formats/source-row.ts'
import type { ImportMapping } from './import-mapping.ts'
import { positionsIn } from '../formats/positions/positions-in-rows.ts'

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
export async function detectCrs(
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
