import { contentHash } from '../../../server/engine/hashes/content-hash.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'
import { createZone } from '../../../server/engine/time/zone.ts'
import { buildSegment, maxRows } from '../../../server/engine/snapshot/build-segment.ts'
import { capacityFor } from '../../../server/engine/snapshot/column-layout.ts'
import { loadLayers, NO_LAYERS } from '../../../server/engine/snapshot/layer-snapshot.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { BLOCK_ROWS, segmentBytes, viewSegment } from '../../../server/engine/snapshot/segment.ts'
import { createSnapshot } from '../../../server/engine/snapshot/snapshot.ts'
import type { Snapshot } from '../../../server/engine/snapshot/types.ts'
import type { IncidentBatch } from '../../../server/engine/snapshot/incident-batch.ts'
import type { Source } from '../../../server/engine/snapshot/source.ts'
import type { LayerContents } from '../../../server/engine/snapshot/features.ts'

/** The default row: a theft outdoors in central Stockholm (EPSG:3006), 2024-01-01T00:00Z. */
export const PLAIN_ROW: IncidentContent = {
  sourceId: 'test',
  externalId: '',
  xCm: 67_435_080,
  yCm: 658_108_970,
  fromMinute: 28_401_120,
  toMinute: 28_401_120,
  reportedMinute: null,
  categoryIndex: 4,
  flags: 0,
  settingCode: 1,
  precisionCode: 0,
  weight: 1,
  text: null,
}

export interface MakeSnapshot {
  /** Differences from `PLAIN_ROW`; the external id defaults to the row's number, the id is the row's number + 1. */
  readonly rows: readonly Partial<IncidentContent>[]
  readonly layers?: Partial<LayerContents>
  readonly srid?: number
  readonly timezone?: string
}

/** A snapshot in memory, in shared memory as the real one, with one sorted segment and no database. */
export function makeSnapshot({
  rows,
  layers,
  srid = 3006,
  timezone = 'Europe/Stockholm',
}: MakeSnapshot): Snapshot {
  const contents = rows.map((row, number) => ({ ...PLAIN_ROW, externalId: String(number), ...row }))
  const sources = layers?.sources ?? sourcesOf(contents)
  const batches = [makeBatch(contents, sources)]
  const projection = createProjection(srid)
  const capacity = capacityFor(maxRows({ segments: [], batches }))
  const buffer = new SharedArrayBuffer(segmentBytes(capacity, BLOCK_ROWS))
  const place = { projection, zone: createZone(timezone) }
  const built = buildSegment({ segments: [], batches }, buffer, capacity, place)
  return createSnapshot({
    position: { epoch: 'test', xmin: '1', seen: [], visible: '1:1:' },
    loadedAtMs: 0,
    segments: [{ ...viewSegment(buffer, capacity, built.length, BLOCK_ROWS), dead: null }],
    totals: built.totals,
    layers: loadLayers({ ...NO_LAYERS, ...layers, sources }, projection),
    projection,
    timezone,
  })
}

/** Contents as a batch from the feed: live, revision 1, ids from `firstId`. */
export function makeBatch(
  contents: readonly IncidentContent[],
  sources: LayerContents['sources'],
  firstId = 1,
): IncidentBatch {
  const ordinals = new Map(sources.map(({ id, ordinal }) => [id, ordinal]))
  const hashes = contents.map((content) => BigInt.asUintN(64, contentHash(content)))
  return {
    length: contents.length,
    id: Uint32Array.from(contents, (_, row) => firstId + row),
    revision: Uint32Array.from(contents, () => 1),
    live: Uint8Array.from(contents, () => 1),
    xCm: Int32Array.from(contents, (c) => c.xCm),
    yCm: Int32Array.from(contents, (c) => c.yCm),
    fromMinute: Int32Array.from(contents, (c) => c.fromMinute),
    toMinute: Int32Array.from(contents, (c) => c.toMinute),
    category: Uint8Array.from(contents, (c) => c.categoryIndex),
    flags: Uint8Array.from(contents, (c) => c.flags),
    place: Uint8Array.from(contents, (c) => c.precisionCode | (c.settingCode << 4)),
    source: Uint16Array.from(contents, (c) => ordinals.get(c.sourceId) ?? 0),
    weight: Uint32Array.from(contents, (c) => c.weight),
    hashLow: Uint32Array.from(hashes, (hash) => Number(hash & 0xffffffffn)),
    hashHigh: Uint32Array.from(hashes, (hash) => Number(hash >> 32n)),
  }
}

/** A source for every source id that the contents name, with ordinals from 1. */
export function sourcesOf(
  contents: readonly IncidentContent[],
): readonly (Source & { readonly ordinal: number })[] {
  return [...new Set(contents.map(({ sourceId }) => sourceId))].sort().map((id, at) => ({
    id,
    ordinal: at + 1,
    title: id,
    register: 'other',
    controller: 'The test',
    legalBasis: 'none',
    agreement: null,
    purpose: 'testing',
    audiences: ['planner', 'coordinator', 'analyst'],
    boards: null,
    citable: true,
    retentionDays: null,
    coversFrom: null,
    coversTo: null,
    coversAreaId: null,
  }))
}
