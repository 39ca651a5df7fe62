import type { IncidentColumns } from './incident-columns.ts'
import type { Projection } from '../projection/projection.ts'
import { hourCode } from '../time/known-hour.ts'
import type { Zone } from '../time/zone.ts'
import type { IncidentBatch } from './incident-batch.ts'

/** What derived columns are derived by. */
export interface Place {
  readonly projection: Projection
  readonly zone: Zone
}

/** Writes row `row` of a batch from the feed as row `at` of the columns, with the columns that are derived. */
export type RowWriter = (batch: IncidentBatch, row: number, target: IncidentColumns, at: number) => void

/** A writer for one city. Allocates nothing but the projection's pair of numbers: about 0.2 µs a row. */
export function createRowWriter({ projection, zone }: Place): RowWriter {
  return (batch, row, target, at) => {
    const xCm = batch.xCm[row]!
    const yCm = batch.yCm[row]!
    const [worldX, worldY] = projection.toWorld(xCm / 100, yCm / 100)
    const from = batch.fromMinute[row]!
    const to = batch.toMinute[row]!
    target.xCm[at] = xCm
    target.yCm[at] = yCm
    target.worldX[at] = Math.floor(worldX)
    target.worldY[at] = Math.floor(worldY)
    target.fromMinute[at] = from
    target.toMinute[at] = to
    target.hourOfWeek[at] = hourCode(zone, from, to)
    target.category[at] = batch.category[row]!
    target.flags[at] = batch.flags[row]!
    target.place[at] = batch.place[row]!
    target.source[at] = batch.source[row]!
    target.weight[at] = batch.weight[row]!
    target.id[at] = batch.id[row]!
    target.hashLow[at] = batch.hashLow[row]!
    target.hashHigh[at] = batch.hashHigh[row]!
  }
}

/** Copies row `row` of some columns as row `at` of others. */
export function copyRow(from: IncidentColumns, row: number, to: IncidentColumns, at: number): void {
  to.xCm[at] = from.xCm[row]!
  to.yCm[at] = from.yCm[row]!
  to.worldX[at] = from.worldX[row]!
  to.worldY[at] = from.worldY[row]!
  to.fromMinute[at] = from.fromMinute[row]!
  to.toMinute[at] = from.toMinute[row]!
  to.hourOfWeek[at] = from.hourOfWeek[row]!
  to.category[at] = from.category[row]!
  to.flags[at] = from.flags[row]!
  to.place[at] = from.place[row]!
  to.source[at] = from.source[row]!
  to.weight[at] = from.weight[row]!
  to.id[at] = from.id[row]!
  to.hashLow[at] = from.hashLow[row]!
  to.hashHigh[at] = from.hashHigh[row]!
}
