import type { z } from 'zod'
import * as contract from '../../contract/audit.ts'
import { INSTANT_RULE, parseInstant } from '../../contract/instant.ts'
import { decodeCursor, encodeCursor } from '../../contract/page.ts'
import { invalidParameter } from '../../domain/errors.ts'
import type { Zone } from '../../domain/zone.ts'
import type { AuditFilter, TrailReader } from '../../services/audit/read-trail.ts'
import { trailCsv, trailJson } from '../../services/audit/trail-file.ts'
import { type Answer, json, stream } from '../answer.ts'
import { endpoint, type Route } from '../route.ts'

interface Deps {
  readonly trail: TrailReader
  readonly zone: Zone
}

type Query = z.output<typeof contract.listAuditEvents.query>

const MINUTE_MS = 60_000
const NO_STORE = { 'Cache-Control': 'no-store' }

/** The trail, on the screen and as a file. */
export function auditRoutes({ trail, zone }: Deps): readonly Route[] {
  return [
    endpoint(contract.listAuditEvents, async ({ query, audience }): Promise<Answer> => {
      const filter = filterOf(query, zone)
      if (query.format !== 'page') {
        const file = query.format === 'csv' ? trailCsv : trailJson
        return { ...asFile(query.format, file(trail.all(filter, audience))), note: exportOf(query) }
      }
      const place = { before: decodeCursor(query.cursor), limit: query.limit }
      const { items, next } = await trail.page(filter, place, audience)
      return json({ items, next: next === null ? null : encodeCursor(next) }, NO_STORE)
    }),
  ]
}

function filterOf({ kind, actor, from, to }: Query, zone: Zone): AuditFilter {
  const instantMs = (field: string, text: string | undefined): number | null => {
    if (text === undefined) return null
    const minute = parseInstant(text, zone)
    if (minute === null) throw invalidParameter(field, text, INSTANT_RULE)
    return minute * MINUTE_MS
  }
  return {
    kinds: kind ?? null,
    actor: actor ?? null,
    fromMs: instantMs('from', from),
    toMs: instantMs('to', to),
  }
}

function asFile(format: 'csv' | 'json', chunks: AsyncIterable<string>): Answer {
  const type = format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json; charset=utf-8'
  const headers = { ...NO_STORE, 'Content-Disposition': `attachment; filename="audit.${format}"` }
  return stream(type, chunks, headers)
}

function exportOf({ format, kind, actor, from, to }: Query): NonNullable<Answer['note']> {
  const detail = {
    format,
    kind: kind?.join(',') ?? null,
    actor: actor ?? null,
    from: from ?? null,
    to: to ?? null,
  }
  return { kind: 'export', subject: 'audit', detail }
}
