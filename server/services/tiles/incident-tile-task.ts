import { createIncidentTiles } from '../../../tiles/layers/incidents.ts'
import type { TileAddress } from '../../../tiles/tile-address.ts'
import type { CompiledFilter } from '../../analysis/compile-filter.ts'
import { openHandle, type SnapshotHandle } from '../../snapshot/handle.ts'
import { drawIncidents } from './draw-incidents.ts'

export interface IncidentTileInput {
  readonly handle: SnapshotHandle
  readonly address: TileAddress
  readonly filter: CompiledFilter
}

/** Draws the tile of a whole city's incidents on a worker; keeps nothing of the snapshot. */
export default function drawIncidentTile({ handle, address, filter }: IncidentTileInput): Uint8Array {
  return drawIncidents(createIncidentTiles(), openHandle(handle).segments, address, filter)
}
