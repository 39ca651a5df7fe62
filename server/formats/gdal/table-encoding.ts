import { isUtf8 } from 'node:buffer'
import { takeHead } from '../take-head.ts'
import { readEntry } from '../zip/read-entry.ts'
import type { ZipEntry, ZipFile } from '../zip/zip-directory.ts'

const LANGUAGE_AT = 29
const HEADER_BYTES = 32
/** So much of a table tells whether its letters are a byte each. */
const HEAD_BYTES = 2 ** 22

/**
 * The encoding of a Shapefile's attributes where neither a .cpg nor the table itself says it and they are no UTF-8: then they are
 * what Windows writes. Null where something says it, or they are UTF-8.
 */
export async function tableEncoding(
  file: ZipFile,
  entries: readonly ZipEntry[],
  shape: string,
): Promise<string | null> {
  const partOf = (ending: string) => {
    const name = shape.replace(/shp$/i, ending).toLowerCase()
    return entries.find((entry) => entry.name.toLowerCase() === name)
  }
  const table = partOf('dbf')
  if (table === undefined || partOf('cpg') !== undefined || partOf('cst') !== undefined) return null
  const { head } = await takeHead(readEntry(file, table), HEAD_BYTES)
  if (head[LANGUAGE_AT] !== 0) return null
  const rows = head.subarray(HEADER_BYTES, head.length - 4)
  return isUtf8(rows) ? null : 'CP1252'
}
