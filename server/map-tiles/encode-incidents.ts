import type { IncidentTiles } from '../../tiles/layers/incidents.ts'
import type { TileAddress } from '../../tiles/tile-address.ts'
import { type CompiledFilter, rowUnits } from '../engine/snapshot/compile-filter.ts'
import type { SnapshotHandle } from '../platform/feed/handle.ts'
import type { IndexedSegment } from '../engine/snapshot/types.ts'

/** What a worker needs to draw a tile of incidents. */
export interface IncidentTileInput {
  readonly handle: SnapshotHandle
  readonly address: TileAddress
  readonly filter: CompiledFilter
}

/** The tile of the incidents that a filter counts; those whose time is too vague for it are not shown. */
export function encodeIncidents(
  tiles: IncidentTiles,
  segments: readonly IndexedSegment[],
  address: TileAddress,
  filter: CompiledFilter,
): Uint8Array {
  return tiles.encode(address, segments, (columns) => (row) => rowUnits(filter, columns, row) > 0)
}
