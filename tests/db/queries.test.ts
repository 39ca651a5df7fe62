import knexFactory from 'knex'
import { describe, expect, it } from 'vitest'
import { INCIDENT_REVISIONS_SQL } from '../../db/incidents/incident-revisions.ts'
import { insertIncidentsSql } from '../../db/incidents/incident-insert.ts'
import { incidentPage } from '../../db/incidents/incident-page.ts'
import { updateIncidentSql } from '../../db/incidents/incident-update.ts'
import { INSERT_CONTEXT_SQL } from '../../db/layers/insert-context.ts'
import { layerAsOfSql } from '../../db/layers/layer-as-of.ts'
import { PUBLISHED_DOCUMENTS_SQL } from '../../db/reviews/published-documents.ts'

const knex = knexFactory({ client: 'pg' })
const page = incidentPage(
  knex,
  {
    after: 7,
    limit: 100,
    categories: [1, 4],
    fromMinute: 10,
    toMinute: 20,
    sourceId: 'patrol-log',
    envelope: [1, 2, 3, 4],
  },
  3006,
)

/** The text of each query is a file, so that a changed query shows in review. */
describe('the text of the query', () => {
  it.each([
    ['incident-insert', insertIncidentsSql(3006)],
    ['incident-page', page.toQuery()],
    ['incident-revisions', INCIDENT_REVISIONS_SQL],
    ['incident-update', updateIncidentSql(3006)],
    ['insert-context', INSERT_CONTEXT_SQL],
    ['layer-as-of', layerAsOfSql('camera')],
    ['layer-as-of-source', layerAsOfSql('source')],
    ['published-handlings', PUBLISHED_DOCUMENTS_SQL],
  ])('%s is the one that was reviewed', async (name, sql) => {
    await expect(`${sql.trim()}\n`).toMatchFileSnapshot(`../fixtures/sql/${name}.sql`)
  })
})
