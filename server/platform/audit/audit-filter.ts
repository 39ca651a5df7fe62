import type { z } from 'zod'
import type { AuditFilter } from './audit.ts'
import { invalidParameter } from '../../engine/errors.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { listAuditEvents } from './contract.ts'
import { INSTANT_RULE, parseInstant } from '../http/fields/instant.ts'

const MINUTE_MS = 60_000

/**
 * The filter of audit events that a query describes.
 *
 * @throws DomainError `invalid-parameter` for an invalid time, or an end that is not after the start
 */
export function toAuditFilter(
  { kind, actor, from, to }: Pick<z.output<typeof listAuditEvents.query>, 'kind' | 'actor' | 'from' | 'to'>,
  zone: Zone,
): AuditFilter {
  const fromMs = instantMs('from', from, zone)
  const toMs = instantMs('to', to, zone)
  if (fromMs !== null && toMs !== null && fromMs >= toMs)
    throw invalidParameter('to', to, 'must be after from')
  return { kinds: kind ?? null, actor: actor ?? null, fromMs, toMs }
}

function instantMs(field: string, text: string | undefined, zone: Zone): number | null {
  if (text === undefined) return null
  const minute = parseInstant(text, zone)
  if (minute === null) throw invalidParameter(field, text, INSTANT_RULE)
  return minute * MINUTE_MS
}
