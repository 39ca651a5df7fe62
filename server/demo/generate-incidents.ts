import type { DemoCity } from './city.ts'
import type { DrawnIncident } from './incidents/incident-draw.ts'
import { createRandom } from './random.ts'
import type { IncidentBatch } from '../engine/snapshot/incident-batch.ts'

const BATCH_ROWS = 250_000

/**
 * As many incidents of the demo city's kind as a benchmark wants, as columns in batches, drawn one after the other and
 * kept nowhere. Ids run from 1; the hash words are mixed from the row's own numbers and are not `contentHash`, which
 * would cost more than all the rest.
 *
 * @param count rows in all
 */
export function* generateIncidents(options: {
  readonly city: Pick<DemoCity, 'drawIncident' | 'seed'>
  readonly count: number
  readonly seed?: string
  readonly batchRows?: number
}): Generator<IncidentBatch> {
  const { city, count, seed = city.seed, batchRows = BATCH_ROWS } = options
  const random = createRandom(`${seed}/scaled`)
  for (let start = 0; start < count; start += batchRows) {
    const length = Math.min(batchRows, count - start)
    const batch = emptyBatch(length)
    for (let row = 0; row < length; row++) writeRow(batch, row, start + row + 1, city.drawIncident(random))
    yield batch
  }
}

function emptyBatch(length: number): IncidentBatch {
  return {
    length,
    id: new Uint32Array(length),
    revision: new Uint32Array(length).fill(1),
    live: new Uint8Array(length).fill(1),
    xCm: new Int32Array(length),
    yCm: new Int32Array(length),
    fromMinute: new Int32Array(length),
    toMinute: new Int32Array(length),
    category: new Uint8Array(length),
    flags: new Uint8Array(length),
    place: new Uint8Array(length),
    source: new Uint16Array(length),
    weight: new Uint32Array(length).fill(1),
    hashLow: new Uint32Array(length),
    hashHigh: new Uint32Array(length),
  }
}

function writeRow(batch: IncidentBatch, row: number, id: number, drawn: DrawnIncident): void {
  batch.id[row] = id
  batch.xCm[row] = drawn.xCm
  batch.yCm[row] = drawn.yCm
  batch.fromMinute[row] = drawn.fromMinute
  batch.toMinute[row] = drawn.toMinute
  batch.category[row] = drawn.categoryIndex
  batch.flags[row] = drawn.flags
  batch.place[row] = drawn.precisionCode | (drawn.settingCode << 4)
  batch.source[row] = drawn.source
  batch.hashLow[row] = mix(id ^ drawn.xCm)
  batch.hashHigh[row] = mix(drawn.fromMinute ^ Math.imul(drawn.yCm, 31))
}

function mix(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
