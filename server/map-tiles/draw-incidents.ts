import type { Box } from '../../tiles/geometry/ring.ts'
import { createIncidentTiles } from '../../tiles/layers/incidents.ts'
import { bufferedBox, type TileAddress } from '../../tiles/tile-address.ts'
import { inWholeMonths } from '../engine/snapshot/in-whole-months.ts'
import type { IncidentFilter } from '../engine/snapshot/query.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { snapshotHandle } from '../platform/feed/handle.ts'
import type { IndexedSegment, Snapshot } from '../engine/snapshot/types.ts'
import { encodeIncidents, type IncidentTileInput } from './encode-incidents.ts'

export interface IncidentRenderer {
  draw(snapshot: Snapshot, address: TileAddress, filter: IncidentFilter): Promise<Uint8Array>
  /** Extent of all incidents, world units; null when there are none. */
  extent(snapshot: Snapshot): Box | null
}

/** Rows that a tile may scan on the main thread: about 4 ms. */
const MAX_ROWS_IN_PROCESS = 150_000
const TASK = new URL('./incident-tile-task.ts', import.meta.url)

/** Draws incidents as points: at once where a tile touches few rows, on the pool where it touches many. */
export function createIncidentRenderer({
  pool,
  zone,
  maxRowsInProcess = MAX_ROWS_IN_PROCESS,
}: {
  readonly pool: ComputePool | null
  readonly zone: Zone
  readonly maxRowsInProcess?: number
}): IncidentRenderer {
  const tiles = createIncidentTiles()
  const extents = new WeakMap<Snapshot, Box | null>()
  return {
    async draw(snapshot, address, filter) {
      const tile = { address, filter: inWholeMonths(filter, snapshot.months), zone }
      if (pool === null || rowsTouched(snapshot.segments, address) <= maxRowsInProcess)
        return encodeIncidents(tiles, snapshot, tile)
      const input = { handle: snapshotHandle(snapshot), ...tile }
      return pool.run<IncidentTileInput, Uint8Array>(TASK, input)
    },
    extent(snapshot) {
      const known = extents.get(snapshot)
      if (known !== undefined) return known
      const extent = extentOf(snapshot.segments)
      extents.set(snapshot, extent)
      return extent
    },
  }
}

function rowsTouched(segments: readonly IndexedSegment[], address: TileAddress): number {
  const box = bufferedBox(address)
  let rows = 0
  for (const segment of segments) for (const { start, end } of segment.rangesInWorld(box)) rows += end - start
  return rows
}

function extentOf(segments: readonly IndexedSegment[]): Box | null {
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const { columns } of segments) {
    for (let row = 0; row < columns.length; row++) {
      const x = columns.worldX[row]!
      const y = columns.worldY[row]!
      if (x < minX) minX = x
      if (x > maxX) maxX = x
      if (y < minY) minY = y
      if (y > maxY) maxY = y
    }
  }
  return minX === Infinity ? null : { minX, minY, maxX, maxY }
}
