import type { IncidentColumns } from './incident-columns.ts'

/**
 * Copies rows in another order: row `at` of `to` becomes row `order[at]` of `from`.
 *
 * Column by column, because a column fits the cache where a million rows do not, and one function a width, because
 * a loop that meets several kinds of arrays runs at a third of the speed (1 M rows: 0.1 s against 0.3 s).
 */
export function copyInOrder(from: IncidentColumns, to: IncidentColumns, order: Uint32Array): void {
  const words = wordColumns(to)
  wordColumns(from).forEach((column, at) => copy32BitColumns(column, words[at]!, order))
  const bytes = byteColumns(to)
  byteColumns(from).forEach((column, at) => copyBytes(column, bytes[at]!, order))
  copyShorts(from.source, to.source, order)
}

function wordColumns(columns: IncidentColumns): readonly Uint32Array[] {
  const { xCm, yCm, worldX, worldY, fromMinute, toMinute, weight, id, hashLow, hashHigh } = columns
  const signed = [xCm, yCm, fromMinute, toMinute].map(
    ({ buffer, byteOffset, length }) => new Uint32Array(buffer, byteOffset, length),
  )
  return [...signed, worldX, worldY, weight, id, hashLow, hashHigh]
}

function byteColumns({ hourOfWeek, category, flags, place }: IncidentColumns): readonly Uint8Array[] {
  return [hourOfWeek, category, flags, place]
}

function copy32BitColumns(from: Uint32Array, to: Uint32Array, order: Uint32Array): void {
  for (let row = 0; row < order.length; row++) to[row] = from[order[row]!]!
}

function copyShorts(from: Uint16Array, to: Uint16Array, order: Uint32Array): void {
  for (let row = 0; row < order.length; row++) to[row] = from[order[row]!]!
}

function copyBytes(from: Uint8Array, to: Uint8Array, order: Uint32Array): void {
  for (let row = 0; row < order.length; row++) to[row] = from[order[row]!]!
}
