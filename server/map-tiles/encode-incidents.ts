import type { IncidentTiles } from '../../tiles/layers/incidents.ts'
import type { TileAddress } from '../../tiles/tile-address.ts'
import { compileFilter, rowUnits } from '../engine/snapshot/compile-filter.ts'
import type { IncidentFilter } from '../engine/snapshot/query.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { SnapshotHandle } from '../platform/feed/handle.ts'
import type { Snapshot } from '../engine/snapshot/types.ts'

/** What a worker needs to draw a tile of incidents. */
export interface IncidentTileInput {
  readonly handle: SnapshotHandle
  readonly address: TileAddress
  readonly filter: IncidentFilter
  readonly zone: Zone
}

/** The tile of the incidents that pass a filter; those of too vague a time are left out. */
export function encodeIncidents(
  tiles: IncidentTiles,
  { segments, sourceIds }: Pick<Snapshot, 'segments' | 'sourceIds'>,
  { address, filter, zone }: Omit<IncidentTileInput, 'handle'>,
): Uint8Array {
  const compiled = compileFilter(filter, { zone, sourceIds })
  return tiles.encode(address, segments, (columns) => (row) => rowUnits(compiled, columns, row) > 0)
}
