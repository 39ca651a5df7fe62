import type { Knex } from 'knex'
import knexPostgis from 'knex-postgis'
import { incidentColumns } from './incident-columns.ts'
import type { IncidentPageQuery } from '../../server/incidents/repository.ts'

/**
 * One page of live incidents by ascending id, after the id of the last one seen: a seek in the primary key however
 * deep the page, where OFFSET would walk there. A narrow envelope or source turns the plan to its own index.
 */
export function incidentPage(knex: Knex, query: IncidentPageQuery, srid: number): Knex.QueryBuilder {
  const { after, limit, categories, fromMinute, toMinute, sourceId, closedSourceIds, envelope } = query
  const st = knexPostgis(knex)
  const page = knex('incident')
    .join('source', 'source.ordinal', 'source_ordinal')
    .select(knex.raw(incidentColumns('id')))
    .where('live', true)
    .where('incident.id', '>', after)
    .orderBy('incident.id')
    .limit(limit)
  if (categories !== null) void page.whereIn('category_index', [...categories])
  if (fromMinute !== null) void page.where('from_minute', '>=', fromMinute)
  if (toMinute !== null) void page.where('from_minute', '<', toMinute)
  if (sourceId !== null) void page.where('source.id', sourceId)
  if (closedSourceIds.length > 0) void page.whereNotIn('source.id', [...closedSourceIds])
  if (envelope !== null) {
    void page.where(st.boundingBoxIntersects('geom', st.makeEnvelope(...envelope, srid)))
  }
  return page
}
