import { isDead } from './incident-columns.ts'
import type { IncidentColumns } from './incident-columns.ts'
import type { BufferPool } from './buffer-pool.ts'
import { createRowWriter, type Place } from './copy-row.ts'
import { DELTA_CAPACITY, indexAppended } from './delta.ts'
import { hilbertKeys } from './hilbert.ts'
import { addTombstones, type LiveRows } from './live-rows.ts'
import { orderByKey } from './radix-sort.ts'
import { createTally, lastMinuteOf, type Tally, type Totals } from './totals.ts'
import type { IncidentBatch } from './incident-batch.ts'

/** Rows of one change that are applied on the main thread: about 10 ms. More go to a worker. */
const MAX_APPLIED_ROWS = 20_000

/** Ids are first filtered by their last 20 bits: a bit map that fits the processor's cache. */
const FILTER_MASK = 2 ** 20 - 1

/** A row of the feed. */
interface Change {
  readonly batch: IncidentBatch
  readonly row: number
}

/** Whether a change of so many rows can be applied on the main thread, within the delta. */
export function isSmallChange(rows: LiveRows, changed: number): boolean {
  return changed <= MAX_APPLIED_ROWS && rows.deltaLength + changed <= DELTA_CAPACITY
}

/**
 * The next version: every row of the batches replaces the one with its id, or drops it when it is not live. Rows that
 * were applied before change nothing. Only the newest version may be changed, by `isSmallChange` at a time.
 *
 * @returns the next version, with its own holders of the shared memory
 */
export function applyChange(
  rows: LiveRows,
  batches: readonly IncidentBatch[],
  { memory, place }: { readonly memory: BufferPool; readonly place: Place },
): LiveRows {
  const changes = newChanges(rows, batches)
  const tally = createTally(rows.totals)
  const deadInBase = dropFromBase(rows, changes, tally)
  const deadInDelta = dropFromDelta(rows, changes, tally)
  const deltaLength = append(rows, changes, tally, place)
  rows.base.memory.retain()
  rows.delta.memory.retain()
  const next = {
    base: rows.base,
    baseDead: addTombstones(rows.baseDead, deadInBase, rows.base.segment.columns.length, memory),
    delta: rows.delta,
    deltaLength,
    deltaDead: addTombstones(rows.deltaDead, deadInDelta, DELTA_CAPACITY, memory),
  }
  rememberRevisions(rows, batches)
  return { ...next, totals: withExactSpan(next, tally) }
}

function newChanges({ delta }: LiveRows, batches: readonly IncidentBatch[]): Map<number, Change> {
  const changes = new Map<number, Change>()
  for (const batch of batches) {
    for (let row = 0; row < batch.length; row++) {
      const id = batch.id[row]!
      if (batch.revision[row]! > (delta.revisionById.get(id) ?? 0)) changes.set(id, { batch, row })
    }
  }
  return changes
}

function rememberRevisions({ delta }: LiveRows, batches: readonly IncidentBatch[]): void {
  for (const { id, revision, length } of batches) {
    for (let row = 0; row < length; row++) {
      const newest = Math.max(revision[row]!, delta.revisionById.get(id[row]!) ?? 0)
      delta.revisionById.set(id[row]!, newest)
    }
  }
}

/** Looks the changed ids up by one pass over the base's ids: 1 ms a million rows, only when an old row can change. */
function dropFromBase(rows: LiveRows, changes: Map<number, Change>, tally: Tally): readonly number[] {
  const { columns } = rows.base.segment
  const known = [...changes.keys()].filter((id) => id <= rows.base.maxId)
  if (known.length === 0) return []
  const maybe = new Uint32Array((FILTER_MASK >>> 5) + 1)
  let min = Infinity
  let max = 0
  for (const id of known) {
    maybe[(id & FILTER_MASK) >>> 5]! |= 1 << (id & 31)
    if (id < min) min = id
    if (id > max) max = id
  }
  const dead: number[] = []
  const ids = columns.id
  for (let row = 0; row < columns.length; row++) {
    const id = ids[row]!
    if (id < min || id > max) continue
    if (((maybe[(id & FILTER_MASK) >>> 5]! >>> (id & 31)) & 1) === 0 || !changes.has(id)) continue
    if (isDead(rows.baseDead?.bits ?? null, row)) continue
    if (drop(columns, row, changes, tally)) dead.push(row)
  }
  return dead
}

function dropFromDelta({ delta }: LiveRows, changes: Map<number, Change>, tally: Tally): readonly number[] {
  const dead: number[] = []
  for (const id of changes.keys()) {
    const row = delta.rowById.get(id)
    if (row === undefined || !drop(delta.columns, row, changes, tally)) continue
    delta.rowById.delete(id)
    dead.push(row)
  }
  return dead
}

/** Drops a row that a change replaces; when both have equal content, drops the change instead. */
function drop(columns: IncidentColumns, row: number, changes: Map<number, Change>, tally: Tally): boolean {
  const id = columns.id[row]!
  const change = changes.get(id)!
  if (hasSameContent(columns, row, change)) {
    changes.delete(id)
    return false
  }
  tally.remove(columns, row)
  return true
}

function hasSameContent(columns: IncidentColumns, row: number, { batch, row: at }: Change): boolean {
  return (
    batch.live[at] === 1 &&
    columns.hashLow[row] === batch.hashLow[at] &&
    columns.hashHigh[row] === batch.hashHigh[at] &&
    columns.source[row] === batch.source[at]
  )
}

/** Appends live rows along the curve, so that a block of them lies close together. */
function append({ delta, deltaLength }: LiveRows, changes: Map<number, Change>, tally: Tally, place: Place) {
  const live = [...changes.values()].filter(({ batch, row }) => batch.live[row] === 1)
  const write = createRowWriter(place)
  let length = deltaLength
  for (const at of orderAlongCurve(live, place)) {
    const { batch, row } = live[at]!
    write(batch, row, delta.columns, length)
    tally.add(delta.columns, length)
    delta.rowById.set(batch.id[row]!, length)
    length++
  }
  indexAppended(delta, deltaLength, length)
  return length
}

function orderAlongCurve(changes: readonly Change[], { projection }: Place): Uint32Array {
  const x = new Uint32Array(changes.length)
  const y = new Uint32Array(changes.length)
  changes.forEach(({ batch, row }, at) => {
    const [worldX, worldY] = projection.toWorld(batch.xCm[row]! / 100, batch.yCm[row]! / 100)
    x[at] = worldX
    y[at] = worldY
  })
  return orderByKey(hilbertKeys(x, y, changes.length))
}

function withExactSpan(rows: Omit<LiveRows, 'totals'>, tally: Tally): Totals {
  const totals = tally.value()
  if (tally.spanIsExact() || totals.incidents === 0) return totals
  const span = { fromMinute: Infinity, toMinute: -Infinity }
  widen(span, rows.base.segment.columns, rows.base.segment.columns.length, rows.baseDead?.bits ?? null)
  widen(span, rows.delta.columns, rows.deltaLength, rows.deltaDead?.bits ?? null)
  return { ...totals, timeSpan: span }
}

function widen(
  span: { fromMinute: number; toMinute: number },
  columns: IncidentColumns,
  length: number,
  dead: Uint32Array | null,
): void {
  for (let row = 0; row < length; row++) {
    if (isDead(dead, row)) continue
    span.fromMinute = Math.min(span.fromMinute, columns.fromMinute[row]!)
    span.toMinute = Math.max(span.toMinute, lastMinuteOf(columns, row))
  }
}
