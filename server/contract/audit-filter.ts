import type { z } from 'zod'
import type { AuditFilter } from '../domain/audit.ts'
import { invalidParameter } from '../domain/errors.ts'
import type { Zone } from '../domain/zone.ts'
import type { listAuditEvents } from './audit.ts'
import { INSTANT_RULE, parseInstant } from './fields/instant.ts'

const MINUTE_MS = 60_000

/**
 * Which events a query of the trail asks for.
 *
 * @throws DomainError `invalid-parameter` for a time that is none
 */
export function toAuditFilter(
  { kind, actor, from, to }: Pick<z.output<typeof listAuditEvents.query>, 'kind' | 'actor' | 'from' | 'to'>,
  zone: Zone,
): AuditFilter {
  return {
    kinds: kind ?? null,
    actor: actor ?? null,
    fromMs: instantMs('from', from, zone),
    toMs: instantMs('to', to, zone),
  }
}

function instantMs(field: string, text: string | undefined, zone: Zone): number | null {
  if (text === undefined) return null
  const minute = parseInstant(text, zone)
  if (minute === null) throw invalidParameter(field, text, INSTANT_RULE)
  return minute * MINUTE_MS
}
