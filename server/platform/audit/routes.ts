import type { z } from 'zod'
import * as contract from './contract.ts'
import { toAuditFilter } from './audit-filter.ts'
import { decodeCursor } from '../http/fields/page.ts'
import { invalidParameter } from '../../engine/errors.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { AuditReader } from './audit-reader.ts'
import { auditCsv, auditJson } from './audit-file.ts'
import { type EndpointResponse, asFile, page, stream } from '../http/endpoint-response.ts'
import { prefersCsv } from '../http/media-choice.ts'
import { endpoint, type Route } from '../http/route.ts'

interface Deps {
  readonly auditLog: AuditReader
  readonly zone: Zone
}

type Query = z.output<typeof contract.listAuditEvents.query>

const HEADERS = { 'Cache-Control': 'no-store', Vary: 'Accept' }
const TYPES = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

/** The audit log, as pages and as a file. */
export function auditRoutes({ auditLog, zone }: Deps): readonly Route[] {
  return [
    endpoint(contract.listAuditEvents, async ({ query, request }): Promise<EndpointResponse> => {
      const filter = toAuditFilter(query, zone)
      const format = query.format ?? (prefersCsv(request.headers.accept, 'application/json') ? 'csv' : 'page')
      if (format === 'page') {
        const { items, next } = await auditLog.page(filter, placeOf(query))
        return page({ items }, next, HEADERS)
      }
      refusePlace(query)
      const file = format === 'csv' ? auditCsv : auditJson
      const chunks = file(auditLog.all(filter))
      return {
        ...stream(TYPES[format], chunks, { ...HEADERS, ...asFile(`audit.${format}`) }),
        note: exportOf(query, format),
      }
    }),
  ]
}

const placeOf = ({ cursor, limit }: Pick<Query, 'cursor' | 'limit'>) => ({
  before: decodeCursor(cursor),
  limit: limit ?? contract.PAGE_LIMIT,
})

/** @throws DomainError `invalid-parameter` for paging parameters, which a file does not take */
function refusePlace(query: Query): void {
  for (const name of ['limit', 'cursor'] as const)
    if (query[name] !== undefined)
      throw invalidParameter(name, query[name], 'is for pages: a file holds all that the filters let through')
}

function exportOf(
  { kind, actor, from, to }: Query,
  format: 'csv' | 'json',
): NonNullable<EndpointResponse['note']> {
  const detail = {
    format,
    kind: kind?.join(',') ?? null,
    actor: actor ?? null,
    from: from ?? null,
    to: to ?? null,
  }
  return { kind: 'export', subject: 'audit', detail }
}
