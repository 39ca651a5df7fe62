import { capacityFor, columnBytes, viewColumns } from '../snapshot/column-layout.ts'
import { copyRow } from '../snapshot/copy-row.ts'
import type { IncidentSegment } from '../snapshot/incident-columns.ts'

/** The rows of a segment that are dead, as a segment of their own in which they are alive. */
export function deadRows({ columns, dead }: IncidentSegment): IncidentSegment {
  const rows = dead === null ? [] : setBits(dead, columns.length)
  const capacity = capacityFor(rows.length)
  const copy = viewColumns(new ArrayBuffer(columnBytes(capacity)), capacity, rows.length)
  rows.forEach((row, at) => copyRow(columns, row, copy, at))
  return { columns: copy, dead: null }
}

function setBits(words: Uint32Array, length: number): readonly number[] {
  const bits: number[] = []
  for (let word = 0; word * 32 < length; word++) {
    for (let rest = words[word]!; rest !== 0; rest &= rest - 1)
      bits.push(word * 32 + 31 - Math.clz32(rest & -rest))
  }
  return bits
}
