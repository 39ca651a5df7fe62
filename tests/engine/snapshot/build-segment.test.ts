import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createZone } from '../../../server/engine/time/zone.ts'
import { buildBase } from '../../../server/platform/feed/build-base.ts'
import { createBufferPool } from '../../../server/engine/snapshot/buffer-pool.ts'
import { buildSegment } from '../../../server/engine/snapshot/build-segment.ts'
import { capacityFor } from '../../../server/engine/snapshot/column-layout.ts'
import { type ComputePool, openComputePool } from '../../../server/platform/workers/compute-pool.ts'
import { BLOCK_ROWS, segmentBytes, viewSegment } from '../../../server/engine/snapshot/segment.ts'
import { makeBatch, makeSnapshot, PLAIN_ROW } from '../../support/cities/make-snapshot.ts'
import { stockholm } from '../../platform/feed/open-store.ts'
import type { IncidentBatch } from '../../../server/engine/snapshot/incident-batch.ts'

const contents = Array.from({ length: 5_000 }, (_, at) => ({
  ...PLAIN_ROW,
  externalId: String(at),
  xCm: 67_000_000 + ((at * 7_919) % 1_000_003),
  yCm: 658_000_000 + ((at * 104_729) % 1_000_003),
  fromMinute: 28_401_120 + at * 37,
  toMinute: 28_401_120 + at * 37 + (at % 3) * 1_000,
  weight: 1 + (at % 4),
}))

describe('building a segment', () => {
  let pool: ComputePool

  beforeAll(() => {
    pool = openComputePool({ workers: 1, queueLimit: 1 })
  })
  afterAll(() => pool.close())

  it('gives on a worker, to the last bit, what it gives on the main thread', async () => {
    const place = stockholm(pool)
    const batches = [makeBatch(contents.slice(0, 3_000), []), makeBatch(contents.slice(3_000), [], 3_001)]
    const capacity = capacityFor(contents.length)
    const buffer = new SharedArrayBuffer(segmentBytes(capacity, BLOCK_ROWS))
    const onMain = buildSegment({ segments: [], batches }, buffer, capacity, place)
    const expected = viewSegment(buffer, capacity, onMain.length, BLOCK_ROWS)

    const base = await buildBase({ memory: createBufferPool(), pool, place }, { segments: [], batches })
    expect(base.totals).toEqual(onMain.totals)
    expect(base.maxId).toBe(5_000)
    expect(base.segment.columns).toEqual(expected.columns)
    expect(base.segment.blocks).toEqual(expected.blocks)
  })

  it('replaces the rows with an id in a batch and drops those that are not live', () => {
    const old = makeSnapshot({ rows: contents.slice(0, 100) })
    const change = makeBatch([contents[0]!, { ...contents[1]!, weight: 50 }, contents[200]!], [])
    const batch: IncidentBatch = { ...change, id: Uint32Array.of(1, 2, 500), live: Uint8Array.of(0, 1, 1) }
    const capacity = capacityFor(103)
    const buffer = new ArrayBuffer(segmentBytes(capacity, BLOCK_ROWS))
    const sources = { segments: old.segments, batches: [batch] }
    const built = buildSegment(sources, buffer, capacity, stockholm(pool))
    const { columns } = viewSegment(buffer, capacity, built.length, BLOCK_ROWS)
    const ids = [...columns.id].sort((a, b) => a - b)
    expect(ids).toEqual([...Array.from({ length: 99 }, (_, at) => at + 2), 500])
    expect(columns.weight[columns.id.indexOf(2)]).toBe(50)
    expect(built.totals.incidents).toBe(100)
  })

  it('gives no segment without rows', () => {
    const { segments, incidents, timeSpan } = makeSnapshot({ rows: [] })
    expect([segments, incidents, timeSpan]).toEqual([[], 0, null])
  })
})

describe('the hour of the week', () => {
  const zone = createZone('Europe/Stockholm')
  const hourOf = (from: string, minutes = 0) => {
    const fromMinute = Date.parse(from) / 60_000
    const { segments } = makeSnapshot({
      rows: [{ fromMinute, toMinute: fromMinute + minutes }],
      timezone: zone.name,
    })
    return segments[0]!.columns.hourOfWeek[0]
  }

  it.each([
    ['Monday 00:30 in winter', '2024-01-01T00:30:00+01:00', 0],
    ['Sunday 23:59 in summer', '2024-07-07T23:59:00+02:00', 167],
    ['Sunday 01:59 before the clock is put forward', '2024-03-31T01:59:00+01:00', 145],
    ['Sunday 03:00 after the clock was put forward', '2024-03-31T03:00:00+02:00', 147],
    ['Sunday 02:30 for the first time in autumn', '2024-10-27T02:30:00+02:00', 146],
    ['Sunday 02:30 for the second time in autumn', '2024-10-27T02:30:00+01:00', 146],
  ])('is local: %s', (_, from, hour) => {
    expect(hourOf(from)).toBe(hour)
  })

  it('is known for intervals of up to 24 hours', () => {
    expect(hourOf('2024-01-01T00:30:00+01:00', 1_440)).toBe(0)
    expect(hourOf('2024-01-01T00:30:00+01:00', 1_441)).toBe(255)
  })
})
