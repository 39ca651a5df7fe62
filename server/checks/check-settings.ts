import { INSTANT_RULE, parseInstant } from '../platform/http/fields/instant.ts'
import { invalidParameter } from '../engine/errors.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { ReviewOptions } from './request.ts'

interface Given {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly ringMetres?: readonly number[] | undefined
  readonly edgeMetres?: number | undefined
}

/**
 * The settings of a check besides its polygon, parsed.
 *
 * @throws DomainError `invalid-parameter` for an invalid time
 */
export function checkSettings(given: Given, zone: Zone): ReviewOptions {
  return {
    fromMinute: minuteOf('from', given.from, zone),
    toMinute: minuteOf('to', given.to, zone),
    ringMetres: given.ringMetres ?? null,
    edgeMetres: given.edgeMetres ?? null,
  }
}

function minuteOf(field: string, text: string | undefined, zone: Zone): number | null {
  if (text === undefined) return null
  const minute = parseInstant(text, zone)
  if (minute === null) throw invalidParameter(field, text, INSTANT_RULE)
  return minute
}
