import { toIncidentFilter } from '../platform/http/fields/incident-filter.ts'
import * as contract from './contract.ts'
import { decodeCursor } from '../platform/http/fields/page.ts'
import { DomainError } from '../engine/errors.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { IncidentService } from './incident-service.ts'
import { json, noContent, page as pageResponse } from '../platform/http/endpoint-response.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { endpoint, type Route } from '../platform/http/route.ts'

interface Deps {
  readonly incidents: IncidentService
  readonly zone: Zone
}

/** Routes of single incidents. */
export function incidentRoutes({ incidents, zone }: Deps): readonly Route[] {
  return [
    endpoint(contract.createIncidents, async ({ body, audience }) => {
      const ids = await incidents.create(audience, [body].flat())
      return json({ ids }, ids.length === 1 ? { Location: `/api/incidents/${ids[0]}` } : {}, 201)
    }),
    endpoint(contract.listIncidents, async ({ query, audience }) => {
      const { limit, cursor, bbox, source, ...requested } = query
      const anyCategory = requested.group === undefined && requested.category === undefined
      const filter = toIncidentFilter(anyCategory ? { ...requested, group: 'all' } : requested, {
        timezone: zone.name,
        zone,
      })
      const page = await incidents.page(audience, {
        after: decodeCursor(cursor) ?? 0,
        limit,
        categories: anyCategory ? null : filter.categories,
        fromMinute: filter.fromMinute,
        toMinute: filter.toMinute,
        sourceId: source ?? null,
        bbox: bbox ?? null,
      })
      return pageResponse({ items: page.items }, page.next)
    }),
    endpoint(contract.getIncident, async ({ params, audience }) => {
      const incident = await incidents.find(audience, params.id)
      return json(incident, { ETag: revisionTag(incident.revision) })
    }),
    endpoint(contract.listIncidentRevisions, async ({ params, audience }) =>
      json({ items: await incidents.revisions(audience, params.id) }),
    ),
    endpoint(contract.patchIncident, async ({ params, revision, body, audience }) => {
      if (revision === null) throw new DomainError('precondition-required', 'If-Match: is required')
      const incident = await incidents.correct(audience, params.id, revision, body)
      return json(incident, { ETag: revisionTag(incident.revision) })
    }),
    endpoint(contract.retractIncident, async ({ params, revision, query, audience }) => {
      await incidents.retract(audience, params.id, revision, query.reason)
      return noContent()
    }),
  ]
}
