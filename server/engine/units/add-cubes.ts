import { createCubeWriter, type CubeWriter } from './cube-writer.ts'
import { countable } from './pack-cube.ts'
import type { CubeShape, UnitCube } from './unit-cube.ts'

/** A cube that is added to a sum or, with −1, subtracted. */
export interface CubeTerm {
  readonly cube: UnitCube
  readonly sign: 1 | -1
}

/** Kinds are stored in 16 bits. */
const KEY_STEP = 2 ** 16
const MAX_WHOLE = { small: 2 ** 32, large: 2 ** 53 }

/**
 * The signed sum of cubes of one block and step length. Subtracted incidents must be among the added ones. Units with
 * zero sums are not listed.
 *
 * @throws DomainError `too-large` when more fall into one cell and kind than can be counted
 */
export function addCubes(terms: readonly CubeTerm[]): UnitCube {
  const { block } = terms[0]!.cube
  const held = terms.filter(({ cube }) => cube.entries > 0)
  const maxLength = (list: 'cells' | 'series' | 'entries') =>
    held.reduce((sum, { cube }) => sum + cube[list], 0)
  const unit = held[0]?.cube.unit ?? 1
  const span = unit === 1 ? MAX_WHOLE.small : MAX_WHOLE.large
  const firstMonth = held.length === 0 ? 0 : Math.min(...held.map(({ cube }) => cube.firstMonth))
  const writer = createCubeWriter({
    block,
    unit,
    firstMonth,
    cells: maxLength('cells'),
    series: maxLength('series'),
    entries: maxLength('entries'),
  })
  const cursors = held.map((term) => createCursor(term, firstMonth))
  const amounts = new Float64Array(KEY_STEP)
  for (let column = 0; column < block.columns; column++) {
    for (const cursor of cursors) openColumn(cursor, column)
    for (let key = minKey(cursors); key < Infinity; key = minKey(cursors)) {
      const only = onlyAt(cursors, key)
      if (only === null) addSeries(writer, cursors, key, amounts, span)
      else copySeries(writer, only)
      for (const cursor of cursors) if (cursor.key === key) nextSeries(cursor)
    }
    writer.endColumn()
  }
  return writer.finish(totals(terms))
}

/** A cursor over the series of a cube. */
interface Cursor extends CubeTerm {
  /** Months between the first of the sum and the first of the cube. */
  readonly shift: number
  cell: number
  series: number
  /** End of the column's series. */
  end: number
  /** Row of the cell · 2^16 + kind; infinite at the end of the column. */
  key: number
}

function createCursor(term: CubeTerm, firstMonth: number): Cursor {
  const shift = term.cube.firstMonth - firstMonth
  return { ...term, shift, cell: 0, series: 0, end: 0, key: Infinity }
}

function openColumn(cursor: Cursor, column: number): void {
  const { columnStart, seriesStart } = cursor.cube
  cursor.end = seriesStart[columnStart[column + 1]!]!
  readKey(cursor)
}

function nextSeries(cursor: Cursor): void {
  cursor.series++
  readKey(cursor)
}

function readKey(cursor: Cursor): void {
  const { series, end, cube } = cursor
  if (series < end) {
    while (cube.seriesStart[cursor.cell + 1]! <= series) cursor.cell++
    cursor.key = cube.cellRow[cursor.cell]! * KEY_STEP + cube.kind[series]!
  } else cursor.key = Infinity
}

function minKey(cursors: readonly Cursor[]): number {
  let min = Infinity
  for (let k = 0; k < cursors.length; k++) if (cursors[k]!.key < min) min = cursors[k]!.key
  return min
}

/** The only cursor at a key, if it adds; null when others are at the key too. */
function onlyAt(cursors: readonly Cursor[], key: number): Cursor | null {
  let only: Cursor | null = null
  for (const cursor of cursors) {
    if (cursor.key !== key) continue
    if (only !== null || cursor.sign < 0) return null
    only = cursor
  }
  return only
}

/** A series of one cube alone. */
function copySeries(writer: CubeWriter, { cube, series, key, shift }: Cursor): void {
  const { entryStart, month, upTo } = cube
  const end = entryStart[series + 1]!
  for (let entry = entryStart[series]!; entry < end; entry++) {
    writer.put(Math.floor(key / KEY_STEP), key % KEY_STEP, month[entry]! + shift, upTo[entry]!)
  }
}

/** The sum of a series of several cubes. @param amounts by month, zeros; left so */
function addSeries(
  writer: CubeWriter,
  cursors: readonly Cursor[],
  key: number,
  amounts: Float64Array,
  span: number,
): void {
  let [first, last] = [Infinity, -Infinity]
  for (const { cube, sign, shift, series, key: own } of cursors) {
    if (own !== key) continue
    const [from, to] = [cube.entryStart[series]!, cube.entryStart[series + 1]!]
    for (let entry = from; entry < to; entry++) {
      const before = entry === from ? 0 : cube.upTo[entry - 1]!
      amounts[cube.month[entry]! + shift]! += sign * (cube.upTo[entry]! - before)
    }
    first = Math.min(first, cube.month[from]! + shift)
    last = Math.max(last, cube.month[to - 1]! + shift)
  }
  let upTo = 0
  for (let month = first; month <= last; month++) {
    if (amounts[month] === 0) continue
    upTo = countable(upTo + amounts[month]!, span)
    writer.put(Math.floor(key / KEY_STEP), key % KEY_STEP, month, upTo)
    amounts[month] = 0
  }
}

function totals(terms: readonly CubeTerm[]): Pick<CubeShape, 'incidents' | 'outside'> {
  const total = (of: (cube: UnitCube) => number) =>
    terms.reduce((sum, { cube, sign }) => sum + sign * of(cube), 0)
  return {
    incidents: total((cube) => cube.incidents),
    outside: {
      imprecise: total(({ outside }) => outside.imprecise),
      beyond: total(({ outside }) => outside.beyond),
      undated: total(({ outside }) => outside.undated),
    },
  }
}
