import { buildDemoCity, DEMO_SRID, type DemoCity } from '../../server/demo/city.ts'
import { generateIncidents } from '../../server/demo/generate-incidents.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { buildSegment, maxRows } from '../../server/engine/snapshot/build-segment.ts'
import { capacityFor } from '../../server/engine/snapshot/column-layout.ts'
import { loadLayers, NO_LAYERS } from '../../server/engine/snapshot/layer-snapshot.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { BLOCK_ROWS, segmentBytes, viewSegment } from '../../server/engine/snapshot/segment.ts'
import { createSnapshot } from '../../server/engine/snapshot/snapshot.ts'
import type { Snapshot } from '../../server/engine/snapshot/types.ts'
import type { IncidentBatch } from '../../server/engine/snapshot/incident-batch.ts'
import type { LayerContents } from '../../server/engine/snapshot/features.ts'

/** The demo city with as many incidents as asked for, in memory. */
export interface BenchCity {
  readonly city: DemoCity
  readonly batches: readonly IncidentBatch[]
  readonly snapshot: Snapshot
  /** Milliseconds that sorting and indexing took. */
  readonly buildMs: number
}

/** Generates and indexes `size` incidents of Exempelstad; equal seeds give equal rows. */
export function benchCity(size: number, seed: number): BenchCity {
  const city = buildDemoCity({ incidents: 1 })
  const batches = [...generateIncidents({ city, count: size, seed: String(seed) })]
  const projection = createProjection(DEMO_SRID)
  const zone = createZone(city.timezone)
  const capacity = capacityFor(maxRows({ segments: [], batches }))
  const buffer = new SharedArrayBuffer(segmentBytes(capacity, BLOCK_ROWS))
  const start = performance.now()
  const built = buildSegment({ segments: [], batches }, buffer, capacity, { projection, zone })
  const buildMs = performance.now() - start
  const snapshot = createSnapshot({
    position: { epoch: 'bench', xmin: '1', seen: [], visible: '1:1:' },
    loadedAtMs: 0,
    segments: [{ ...viewSegment(buffer, capacity, built.length, BLOCK_ROWS), dead: null }],
    totals: built.totals,
    layers: loadLayers({ ...NO_LAYERS, ...layersOf(city) }, projection),
    projection,
    timezone: city.timezone,
  })
  return { city, batches, snapshot, buildMs }
}

function layersOf(city: DemoCity): Partial<LayerContents> {
  const stored = <F extends object>(features: readonly F[]) =>
    features.map((feature, k) => ({ ...feature, id: k + 1, revision: 1 }))
  return {
    areas: stored(city.areas),
    cameras: stored(city.cameras),
    'patrol-zones': stored(city.patrolZones),
    'focus-areas': stored(city.focusAreas),
    proposals: stored(city.proposals).map((proposal) => ({ ...proposal, createdBy: null })),
    sources: city.sources.map((source, k) => ({ ...source, ordinal: k })),
  }
}
