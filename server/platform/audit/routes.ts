import type { z } from 'zod'
import * as contract from './contract.ts'
import { toAuditFilter } from './audit-filter.ts'
import { decodeCursor, encodeCursor } from '../http/fields/page.ts'
import { invalidParameter } from '../../engine/errors.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { TrailReader } from './read-trail.ts'
import { trailCsv, trailJson } from './trail-file.ts'
import { type Answer, json, stream } from '../http/answer.ts'
import { endpoint, type Route } from '../http/route.ts'

interface Deps {
  readonly trail: TrailReader
  readonly zone: Zone
}

type Query = z.output<typeof contract.listAuditEvents.query>

const NO_STORE = { 'Cache-Control': 'no-store' }

/** The trail, on the screen and as a file. */
export function auditRoutes({ trail, zone }: Deps): readonly Route[] {
  return [
    endpoint(contract.listAuditEvents, async ({ query }): Promise<Answer> => {
      const filter = toAuditFilter(query, zone)
      if (query.format !== 'page') {
        refusePlace(query)
        const file = query.format === 'csv' ? trailCsv : trailJson
        return { ...asFile(query.format, file(trail.all(filter))), note: exportOf(query) }
      }
      return asPage(await trail.page(filter, placeOf(query)))
    }),
  ]
}

const placeOf = ({ cursor, limit }: Pick<Query, 'cursor' | 'limit'>) => ({
  before: decodeCursor(cursor),
  limit: limit ?? contract.PAGE_LIMIT,
})

/** @throws DomainError `invalid-parameter` for a place in a list, which a file has none of */
function refusePlace(query: Query): void {
  for (const name of ['limit', 'cursor'] as const)
    if (query[name] !== undefined)
      throw invalidParameter(name, query[name], 'is for pages: a file holds all that the filters let through')
}

function asPage({ items, next }: Awaited<ReturnType<TrailReader['page']>>): Answer {
  return json({ items, next: next === null ? null : encodeCursor(next) }, NO_STORE)
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
