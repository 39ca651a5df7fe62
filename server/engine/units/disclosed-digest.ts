import { createHash } from 'node:crypto'
import type { UnitCube } from './unit-cube.ts'

const DIGITS = 32
const CHUNK_WORDS = 2 ** 16

/** One disclosed sum of a cell, by steps of some months. */
export interface DisclosedLine {
  readonly line: number
  readonly stepMonths: number
}

/**
 * A digest of the disclosed sums of a cube, 32 hexadecimal digits: equal when all of them are equal, whatever else
 * the cube holds.
 *
 * @param closedMonth steps that end after it are not disclosed
 * @param linesOfKind sums that an incident of a kind counts in, by kind; none where it is not disclosed
 * @param lines number of different lines
 */
export function disclosedDigest(
  cube: UnitCube,
  closedMonth: number,
  linesOfKind: readonly (readonly DisclosedLine[])[],
  lines: number,
): string {
  const { block, columnStart, cellRow } = cube
  const sums = createCellSums(cube, linesOfKind, lines)
  const hash = createHash('sha256')
  let chunk: number[] = []
  for (let column = 0; column < block.columns; column++) {
    for (let cell = columnStart[column]!; cell < columnStart[column + 1]!; cell++) {
      addSeries(cube, cell, linesOfKind, { sums, closedMonth })
      emptyInto(sums, block.i0 + column, block.j0 + cellRow[cell]!, chunk)
    }
    if (chunk.length < CHUNK_WORDS) continue
    hash.update(Float64Array.from(chunk))
    chunk = []
  }
  return hash.update(Float64Array.from(chunk)).digest('hex').slice(0, DIGITS)
}

/** Sums of one cell by line and step. */
interface CellSums {
  readonly steps: number
  /** The step of the cube's first month by line, since January 1970. */
  readonly firstStep: Float64Array
  readonly amounts: Float64Array
  /** Indexes that hold anything. */
  readonly held: number[]
}

function createCellSums(
  { entries, month, firstMonth }: UnitCube,
  linesOfKind: readonly (readonly DisclosedLine[])[],
  lines: number,
): CellSums {
  let last = 0
  for (let entry = 0; entry < entries; entry++) if (month[entry]! > last) last = month[entry]!
  // One more than there are months: the first step may begin before the first of them.
  const steps = last + 2
  const firstStep = new Float64Array(lines)
  for (const { line, stepMonths } of linesOfKind.flat()) firstStep[line] = Math.floor(firstMonth / stepMonths)
  return { steps, firstStep, amounts: new Float64Array(lines * steps), held: [] }
}

interface Adding {
  readonly sums: CellSums
  readonly closedMonth: number
}

function addSeries(
  { seriesStart, entryStart, kind, month, upTo, firstMonth }: UnitCube,
  cell: number,
  linesOfKind: readonly (readonly DisclosedLine[])[],
  { sums: { steps, firstStep, amounts, held }, closedMonth }: Adding,
): void {
  for (let series = seriesStart[cell]!; series < seriesStart[cell + 1]!; series++) {
    for (const { line, stepMonths } of linesOfKind[kind[series]!]!) {
      const base = line * steps - firstStep[line]!
      const closed = Math.floor((closedMonth + 1) / stepMonths)
      let before = 0
      for (let entry = entryStart[series]!; entry < entryStart[series + 1]!; entry++) {
        const step = Math.floor((firstMonth + month[entry]!) / stepMonths)
        if (step >= closed) break
        const at = base + step
        if (amounts[at] === 0) held.push(at)
        amounts[at]! += upTo[entry]! - before
        before = upTo[entry]!
      }
    }
  }
}

/** Writes a cell's sums, each with its line and step, and leaves nothing behind. */
function emptyInto(
  { steps, firstStep, amounts, held }: CellSums,
  i: number,
  j: number,
  chunk: number[],
): void {
  if (held.length === 0) return
  chunk.push(i, j, held.length)
  for (const at of held.sort((a, b) => a - b)) {
    const line = Math.floor(at / steps)
    chunk.push(line, at - line * steps + firstStep[line]!, amounts[at]!)
    amounts[at] = 0
  }
  held.length = 0
}
