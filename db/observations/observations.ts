import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import type { Observation, ObservationStatus } from '../../server/observations/observation.ts'
import type { KindCounts, ObservationRepository } from '../../server/observations/repository.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import { insertObservation } from './observation-insert.ts'
import { WEEK_SQL } from './observation-week.ts'

interface StatusRow {
  readonly state: Observation['state']
  readonly outcome: string | null
  readonly revision: number
  readonly changed_at: Date
  readonly changed_by: string
  readonly changed_name: string | null
}

interface ObservationRow extends StatusRow {
  readonly id: number
  readonly report_id: string
  readonly area_id: number
  readonly kind: Observation['kind']
  readonly x: number | null
  readonly y: number | null
  readonly seen_at: Date
  readonly received_at: Date
  readonly link_id: number | null
  readonly text: string | null
}

const STATUS_COLUMNS = ['state', 'outcome', 'revision', 'changed_at', 'changed_by', 'changed_name']
const COLUMNS = [...STATUS_COLUMNS, 'id', 'report_id', 'area_id', 'kind', 'seen_at', 'received_at', 'link_id']

/** Observations with optimistic locking of their status. */
export function createObservationRepository({ knex, srid }: DatabaseHandle): ObservationRepository {
  const find = async (key: object) => {
    const row = await observations(knex).where(key).first()
    return row === undefined ? null : observationOf(row as ObservationRow)
  }
  return {
    insert: (observation, maxHourly) =>
      refusing(() => knex.transaction((trx) => insertObservation(trx, observation, { srid, maxHourly }))),
    findReport: (reportId) => find({ report_id: reportId }),
    find: (id) => find({ id }),
    async list({ areaIds, states }, limit) {
      const query = observations(knex).whereIn('state', states)
      if (areaIds !== undefined) query.whereIn('area_id', areaIds)
      const rows = await query
        .orderBy([
          { column: 'seen_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .limit(limit)
      return (rows as ObservationRow[]).map(observationOf)
    },
    async change(id, revision, { state, outcome }, { at, by, name }) {
      const changed = { state, outcome, changed_at: at, changed_by: by, changed_name: name }
      const rows = await refusing(
        async () =>
          await knex('observation')
            .where({ id, revision })
            .update({ ...changed, revision: revision + 1 }),
      )
      const current = await find({ id })
      if (rows === 1 && current !== null) return current
      throw new DomainError(
        'precondition-failed',
        `It was changed meanwhile: the revision is now ${current?.revision}.`,
      )
    },
    async history(id) {
      const rows = await knex('observation_revision')
        .select(...STATUS_COLUMNS)
        .where({ observation_id: id })
        .orderBy('revision')
      return (rows as StatusRow[]).map(statusOf)
    },
    async countWeek(areaIds, { beforeFromMs, fromMs, toMs }) {
      const [beforeFrom, from, to] = [beforeFromMs, fromMs, toMs].map((ms) => new Date(ms))
      const { rows } = await knex.raw(WEEK_SQL, { areaIds: [...areaIds], beforeFrom, from, to } as never)
      return rows as KindCounts[]
    },
  }
}

function observations(knex: Knex): Knex.QueryBuilder {
  return knex('observation')
    .leftJoin('observation_text', 'observation_id', 'id')
    .select(...COLUMNS, 'text', knex.raw('ST_X(geom) AS x'), knex.raw('ST_Y(geom) AS y'))
}

function observationOf(row: ObservationRow): Observation {
  const { id, report_id, area_id, kind, x, y, seen_at, received_at, link_id, text } = row
  return {
    id,
    reportId: report_id,
    areaId: area_id,
    kind,
    position: x === null || y === null ? null : { x, y },
    seenAt: seen_at.toISOString(),
    receivedAt: received_at.toISOString(),
    linkId: link_id,
    text,
    ...statusOf(row),
  }
}

function statusOf({ state, outcome, revision, ...row }: StatusRow): ObservationStatus {
  const changed = { at: row.changed_at.toISOString(), by: row.changed_by, name: row.changed_name }
  return { state, outcome, revision, changed }
}
