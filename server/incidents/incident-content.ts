import type { IncidentInput, IncidentOutput, IncidentPatch } from './contract.ts'
import { formatLocal, INSTANT_RULE, parseInstant } from '../platform/http/fields/instant.ts'
import { CATEGORIES, categoryIndex } from '../engine/snapshot/categories.ts'
import { contentHash } from '../engine/hashes/content-hash.ts'
import { DomainError, type FieldProblem } from '../engine/errors.ts'
import {
  FLAGS,
  type Flag,
  type IncidentContent,
  PRECISIONS,
  SETTINGS,
  type StoredIncident,
} from '../engine/snapshot/incident.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { HashedIncident } from './repository.ts'

/** Projection and zone of the city, for reading and showing incidents. */
export interface Place {
  readonly projection: Projection
  readonly zone: Zone
}

/**
 * Converts an incident of a request to its stored form.
 *
 * @param prefix prefix of field names in refusals, for example `3.` for the fourth of a list
 * @throws DomainError `invalid-body` naming every offending field
 */
export function toContent(input: IncidentInput, { projection, zone }: Place, prefix = ''): HashedIncident {
  const problems: FieldProblem[] = []
  const minute = (field: 'from' | 'to' | 'reportedAt') => {
    const text = input[field]
    if (text === null) return null
    const parsed = parseInstant(text, zone)
    if (parsed === null) problems.push({ field: prefix + field, value: text, rule: INSTANT_RULE })
    return parsed
  }
  const fromMinute = minute('from') ?? 0
  const toMinute = minute('to') ?? fromMinute
  const reportedMinute = minute('reportedAt')
  if (toMinute < fromMinute)
    problems.push({ field: `${prefix}to`, value: input.to, rule: 'must not be before from' })
  const planar = projection.toPlanar(input.lon, input.lat)
  if (planar === null) {
    const rule = `must lie within reach of the city's EPSG:${projection.srid}`
    problems.push({ field: `${prefix}lon`, value: [input.lon, input.lat], rule })
  }
  if (problems.length > 0 || planar === null)
    throw new DomainError('invalid-body', `${problems[0]!.field}: ${problems[0]!.rule}`, { problems })
  return hashed({
    sourceId: input.source,
    externalId: input.externalId,
    xCm: Math.round(planar[0] * 100),
    yCm: Math.round(planar[1] * 100),
    fromMinute,
    toMinute,
    reportedMinute,
    categoryIndex: categoryIndex(input.category)!,
    flags: input.flags.reduce((bits, flag) => bits | FLAGS[flag], 0),
    settingCode: SETTINGS.indexOf(input.setting),
    precisionCode: PRECISIONS.indexOf(input.precision),
    weight: input.weight,
    text: input.text,
  })
}

/** A stored incident with some fields corrected. @throws DomainError as `toContent` does */
export function corrected(stored: StoredIncident, patch: IncidentPatch, place: Place): HashedIncident {
  const { id: _, revision: __, importId: ___, retracted: ____, ...known } = toOutput(stored, place)
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  const moved = patch.lon !== undefined || patch.lat !== undefined
  const content = toContent({ ...known, ...given }, place)
  // An unchanged position keeps its centimetres, which a round trip through degrees could alter.
  return moved ? content : hashed({ ...content, xCm: stored.xCm, yCm: stored.yCm })
}

/** An incident for a response: WGS 84, local times with offset, names instead of codes. */
export function toOutput(stored: StoredIncident, { projection, zone }: Place): IncidentOutput {
  const [lon, lat] = projection.toWgs84(stored.xCm / 100, stored.yCm / 100)
  const local = (minute: number | null) => (minute === null ? null : formatLocal(minute, zone))
  return {
    id: stored.id,
    revision: stored.revision,
    source: stored.sourceId,
    externalId: stored.externalId,
    lon,
    lat,
    from: formatLocal(stored.fromMinute, zone),
    to: stored.toMinute === stored.fromMinute ? null : local(stored.toMinute),
    reportedAt: local(stored.reportedMinute),
    category: CATEGORIES[stored.categoryIndex]!.code,
    flags: (Object.keys(FLAGS) as Flag[]).filter((flag) => stored.flags & FLAGS[flag]),
    setting: SETTINGS[stored.settingCode]!,
    precision: PRECISIONS[stored.precisionCode]!,
    weight: stored.weight,
    text: stored.text,
    importId: stored.importId,
    retracted: stored.retractedReason,
  }
}

function hashed(content: IncidentContent): HashedIncident {
  return { ...content, contentHash: contentHash(content), line: 0 }
}
