import { DomainError, notFound } from '../../server/engine/errors.ts'
import type { StoredIncident } from '../../server/engine/snapshot/incident.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { fromIncidentRow, incidentValues, type IncidentRow } from './incident-rows.ts'
import { incidentColumns } from './incident-columns.ts'
import { insertIncidentsSql } from './incident-insert.ts'
import { incidentPage } from './incident-page.ts'
import { INCIDENT_REVISIONS_SQL } from './incident-revisions.ts'
import { updateIncidentSql } from './incident-update.ts'
import { refusing } from '../client/refusal.ts'
import type { HashedIncident, IncidentRepository } from '../../server/incidents/repository.ts'

/** Incidents one by one; every superseded state is kept by the database. */
export function createIncidentRepository({ knex, srid }: DatabaseHandle): IncidentRepository {
  async function find(id: number): Promise<StoredIncident | null> {
    const row: IncidentRow | undefined = await knex('incident')
      .join('source', 'source.ordinal', 'source_ordinal')
      .where('incident.id', id)
      .whereNull('erasure')
      .first(knex.raw(incidentColumns('id')))
    return row === undefined ? null : fromIncidentRow(row)
  }

  /** Why no row matched: it is missing, retracted, or of another revision. */
  async function whyNot(id: number): Promise<DomainError> {
    const current = await find(id)
    if (current === null) return notFound('incident', id)
    if (current.retractedReason !== null) return new DomainError('conflict', 'The incident is retracted.')
    return new DomainError(
      'precondition-failed',
      `It was changed meanwhile: the revision is now ${current.revision}.`,
    )
  }

  return {
    find,
    async insert(rows) {
      if (rows.length === 0) return []
      const { rows: stored } = await refusing(
        async () => await knex.raw(insertIncidentsSql(srid), columnsOf(rows) as never),
      )
      return (stored as { id: number }[]).map(({ id }) => id)
    },
    async page(query) {
      return ((await incidentPage(knex, query, srid)) as IncidentRow[]).map(fromIncidentRow)
    },
    async update(id, revision, content) {
      const bindings = [...incidentValues(content), id, revision]
      const { rowCount } = await refusing(
        async () => await knex.raw(updateIncidentSql(srid), bindings as never),
      )
      if (rowCount === 0) throw await whyNot(id)
      return (await find(id))!
    },
    async retract(id, revision, reason) {
      const where = revision === null ? { id, live: true } : { id, revision, live: true }
      const retracted = await knex('incident').where(where).update({ live: false, retracted_reason: reason })
      if (retracted === 0) throw await whyNot(id)
    },
    async revisions(id) {
      const { rows } = await knex.raw(INCIDENT_REVISIONS_SQL, [id, id])
      return (rows as IncidentRow[]).map(fromIncidentRow)
    },
  }
}

/** Rows turned into one array a column. */
function columnsOf(rows: readonly HashedIncident[]): unknown[][] {
  const values = rows.map(incidentValues)
  return values[0]!.map((_, column) => values.map((row) => row[column]))
}
