import { CATEGORIES } from '../engine/snapshot/categories.ts'
import { PRECISIONS, SETTINGS } from '../engine/snapshot/incident.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Zone } from '../engine/time/zone.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import { MADE } from '../formats/columns/external-id.ts'
import { isRejected } from './read-row.ts'
import type { RejectedRow, StagedIncident } from './repository.ts'

/** A row as it would become, or why it would not. */
export type PreviewExample =
  | {
      readonly line: number
      readonly externalId: string | null
      /** Longitude and latitude. */
      readonly position: readonly [number, number]
      /** Local times with offset; equal when no end is known. */
      readonly from: string
      readonly to: string
      readonly reportedAt: string | null
      readonly category: string
      readonly precision: string
      readonly setting: string
      readonly weight: number
    }
  | Pick<RejectedRow, 'line' | 'column' | 'reason' | 'detail'>

export function exampleOf(
  row: StagedIncident | RejectedRow,
  projection: Pick<Projection, 'toWgs84'>,
  zone: Zone,
): PreviewExample {
  if (isRejected(row)) {
    const { line, column, reason, detail } = row
    return { line, column, reason, detail }
  }
  const [lon, lat] = projection.toWgs84(row.xCm / 100, row.yCm / 100)
  return {
    line: row.line,
    externalId: row.externalId.startsWith(MADE) ? null : row.externalId,
    position: [rounded(lon), rounded(lat)],
    from: formatLocal(row.fromMinute, zone),
    to: formatLocal(row.toMinute, zone),
    reportedAt: row.reportedMinute === null ? null : formatLocal(row.reportedMinute, zone),
    category: CATEGORIES[row.categoryIndex]!.code,
    precision: PRECISIONS[row.precisionCode]!,
    setting: SETTINGS[row.settingCode]!,
    weight: row.weight,
  }
}

/** Degrees to a decimetre or so. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6
}
