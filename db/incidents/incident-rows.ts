import type { StoredIncident } from '../../server/engine/snapshot/incident.ts'
import type { HashedIncident } from '../../server/incidents/repository.ts'

/** An incident as the queries of `db/incidents/incident-*` select it. */
export interface IncidentRow {
  readonly id: number
  readonly revision: number
  readonly import_id: number | null
  readonly source_id: string
  readonly external_id: string
  readonly x_cm: number
  readonly y_cm: number
  readonly from_minute: number
  readonly to_minute: number
  readonly reported_minute: number | null
  readonly category_index: number
  readonly flags: number
  readonly setting_code: number
  readonly precision_code: number
  readonly weight: number
  readonly text: string | null
  readonly content_hash: bigint
  readonly retracted_reason: string | null
}

export function fromIncidentRow(row: IncidentRow): StoredIncident {
  return {
    id: row.id,
    revision: row.revision,
    importId: row.import_id,
    sourceId: row.source_id,
    externalId: row.external_id,
    xCm: row.x_cm,
    yCm: row.y_cm,
    fromMinute: row.from_minute,
    toMinute: row.to_minute,
    reportedMinute: row.reported_minute,
    categoryIndex: row.category_index,
    flags: row.flags,
    settingCode: row.setting_code,
    precisionCode: row.precision_code,
    weight: row.weight,
    text: row.text,
    contentHash: row.content_hash,
    retractedReason: row.retracted_reason,
  }
}

/** The values of an incident in the order of `INCIDENT_INPUT` in the queries. */
export function incidentValues(row: HashedIncident) {
  return [
    row.sourceId,
    row.externalId,
    row.xCm,
    row.yCm,
    row.fromMinute,
    row.toMinute,
    row.reportedMinute,
    row.categoryIndex,
    row.flags,
    row.settingCode,
    row.precisionCode,
    row.weight,
    row.text,
    row.contentHash,
  ] as const
}
