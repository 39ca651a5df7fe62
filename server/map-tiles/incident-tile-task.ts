import { createIncidentTiles } from '../../tiles/layers/incidents.ts'
import { openHandle } from '../platform/feed/handle.ts'
import { encodeIncidents, type IncidentTileInput } from './encode-incidents.ts'

/** Draws a tile of many incidents on a worker; keeps no reference to the snapshot. */
export default function drawIncidentTile({ handle, ...tile }: IncidentTileInput): Uint8Array {
  return encodeIncidents(createIncidentTiles(), openHandle(handle), tile)
}
