import { hash } from 'node:crypto'
import type { IncidentContent } from '../snapshot/incident.ts'

/**
 * The first 64 bits of the SHA-256 of an incident's canonical content, signed so that Postgres `bigint` holds it.
 *
 * The canonical text is the JSON array of all content fields in the order below: JSON quotes and escapes texts,
 * so no two contents share a text. Equal content has an equal hash in every process and on both databases. The
 * order and the fields are part of the snapshot version and never change.
 */
export function contentHash(content: IncidentContent): bigint {
  const canonical = JSON.stringify([
    content.sourceId,
    content.externalId,
    content.xCm,
    content.yCm,
    content.fromMinute,
    content.toMinute,
    content.reportedMinute,
    content.categoryIndex,
    content.flags,
    content.settingCode,
    content.precisionCode,
    content.weight,
    content.text,
  ])
  return hash('sha256', canonical, 'buffer').readBigInt64BE(0)
}
