import { createTupleReader } from './feed-copy-tuples.ts'
import type { IncidentBatch } from '../../server/engine/snapshot/incident-batch.ts'

/** Rows of a batch: 3 MB. */
const BATCH_ROWS = 65_536

/** The text of the one row of a statement that is not an incident. */
export type OnHeader = (text: string) => void

/**
 * Reads the output of a statement over `FEED_COLUMNS` into batches, yielding to the event loop between batches.
 *
 * @param chunks of a binary COPY
 * @returns the number of rows read
 */
export async function readBatches(
  chunks: AsyncIterable<Uint8Array>,
  onBatch: (batch: IncidentBatch) => void | Promise<void>,
  onHeader: OnHeader = () => {},
): Promise<number> {
  const full: IncidentBatch[] = []
  let batch = emptyBatch(BATCH_ROWS)
  let length = 0
  let rows = 0
  const reader = createTupleReader((view, at) => {
    const header = headerOf(view, at)
    if (header !== null) return onHeader(header)
    writeRow(view, at, batch, length++)
    rows++
    if (length < BATCH_ROWS) return
    full.push(batch)
    batch = emptyBatch(BATCH_ROWS)
    length = 0
  })
  for await (const chunk of chunks) {
    reader.push(chunk)
    for (const ready of full.splice(0)) await onBatch(ready)
  }
  reader.end()
  if (length > 0) await onBatch(firstRows(batch, length))
  return rows
}

type Writable = { -readonly [K in keyof IncidentBatch]: IncidentBatch[K] }

function emptyBatch(length: number): IncidentBatch {
  return {
    length,
    id: new Uint32Array(length),
    revision: new Uint32Array(length),
    live: new Uint8Array(length),
    xCm: new Int32Array(length),
    yCm: new Int32Array(length),
    fromMinute: new Int32Array(length),
    toMinute: new Int32Array(length),
    category: new Uint8Array(length),
    flags: new Uint8Array(length),
    place: new Uint8Array(length),
    source: new Uint16Array(length),
    weight: new Uint32Array(length),
    hashLow: new Uint32Array(length),
    hashHigh: new Uint32Array(length),
  }
}

/** A copy of the first rows, so that a small change does not hold a large buffer. */
function firstRows(batch: IncidentBatch, length: number): IncidentBatch {
  const cut: Writable = { ...emptyBatch(0), length }
  for (const name of Object.keys(batch) as (keyof IncidentBatch)[]) {
    if (name !== 'length') Object.assign(cut, { [name]: batch[name].slice(0, length) })
  }
  return cut
}

/** Lengths of the fields in front of the header, with their own lengths: see `FEED_COLUMNS`. */
const ID = 4
const REVISION = 12
const X = 20
const Y = 28
const FROM = 36
const TO = 44
const WEIGHT = 52
const HASH_HIGH = 60
const HASH_LOW = 64
const CODES_HIGH = 72
const CODES_LOW = 76
const HEADER = 80

function headerOf(view: DataView, at: number): string | null {
  const length = view.getInt32(at + HEADER)
  if (length === -1) return null
  return Buffer.from(view.buffer, view.byteOffset + at + HEADER + 4, length).toString('utf8')
}

function writeRow(view: DataView, at: number, batch: IncidentBatch, row: number): void {
  const codes = view.getUint32(at + CODES_LOW)
  const sourceAndLive = view.getUint32(at + CODES_HIGH)
  batch.id[row] = view.getUint32(at + ID)
  batch.revision[row] = view.getUint32(at + REVISION)
  batch.live[row] = sourceAndLive >>> 16
  batch.xCm[row] = view.getInt32(at + X)
  batch.yCm[row] = view.getInt32(at + Y)
  batch.fromMinute[row] = view.getInt32(at + FROM)
  batch.toMinute[row] = view.getInt32(at + TO)
  batch.category[row] = codes & 255
  batch.flags[row] = (codes >>> 8) & 255
  batch.place[row] = (codes >>> 16) & 255
  batch.source[row] = sourceAndLive & 65_535
  batch.weight[row] = view.getUint32(at + WEIGHT)
  batch.hashHigh[row] = view.getUint32(at + HASH_HIGH)
  batch.hashLow[row] = view.getUint32(at + HASH_LOW)
}
