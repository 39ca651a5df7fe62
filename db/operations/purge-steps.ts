import type { Knex } from 'knex'
import { type ErasureKind, type ErasureOptions, KEPT_DAYS } from '../../server/operations/erasure.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import {
  emptyIncidents,
  eraseIncidents,
  eraseTexts,
  OVERDUE_INCIDENTS,
  RETRACTED_INCIDENTS,
  retentionIsOver,
  UNDONE_INCIDENTS,
} from './erase-incidents.ts'
import { eraseEvidence, SEALED_EVIDENCE, UNLOCKED_EVIDENCE } from './erase-evidence.ts'
import { eraseRows, muteImportTriggers, NOTIFYING_IMPORTS } from './erase-rows.ts'
import { within } from '../client/statement-class.ts'

/** One kind of rows to erase. */
export interface ErasureStep {
  readonly kind: ErasureKind
  /** Whether its erasures make past states incomplete. */
  readonly takesStates: boolean
  /** Number of rows that it would erase now. */
  count(knex: Knex): Promise<number>
  /** Erases at most `maximum` rows in the caller's transaction. */
  run(trx: Knex.Transaction, maximum: number): Promise<{ readonly rows: number; readonly revisions?: number }>
}

const DAY_MS = 86_400_000
const MINUTE_MS = 60_000

/** Everything that is to go on a day, in the order in which it goes. */
export async function erasureSteps(
  { knex, srid }: DatabaseHandle,
  { asOfMs, observationTexts = false }: Pick<ErasureOptions, 'asOfMs' | 'observationTexts'>,
): Promise<ErasureStep[]> {
  const before = (days: number) => new Date(asOfMs - days * DAY_MS)
  const minuteBefore = (days: number) => Math.floor(before(days).getTime() / MINUTE_MS)
  const marked = (days: number) => markBefore(knex, before(days))
  const today = minuteBefore(0)
  const texts = minuteBefore(KEPT_DAYS.texts)
  const undone = await marked(KEPT_DAYS.rejects)
  const retracted = await marked(KEPT_DAYS.retracted)
  const rejects = before(KEPT_DAYS.rejects)
  return [
    incidentStep('incidents', OVERDUE_INCIDENTS, today, (which) => eraseIncidents(which, srid)),
    incidentStep('retracted', UNDONE_INCIDENTS, undone, (which) => eraseIncidents(which, srid)),
    incidentStep('retracted', RETRACTED_INCIDENTS, retracted, (which) => emptyIncidents(which, srid)),
    rowsStep('revisions', 'incident_revision', retentionIsOver, [today]),
    rowsStep('revisions', 'incident_revision', UNDONE_REVISIONS, [undone]),
    textStep('incident', texts),
    textStep('incident_revision', texts),
    ...(observationTexts
      ? [
          rowsStep('observationTexts', 'observation_text', OLD_SIGHTINGS, [
            before(KEPT_DAYS.observationTexts),
          ]),
        ]
      : []),
    rowsStep('rejects', 'import_reject', OLD_REJECTS, [rejects]),
    importStep(rejects),
    rowsStep('layerRevisions', 'layer_revision', 'ended_xid < ?::xid8', [await marked(KEPT_DAYS.layers)]),
    rowsStep('auditEvents', 'audit_event', 'at < ?', [before(KEPT_DAYS.audit)]),
    rowsStep('sessions', 'session', 'expires_at < ?', [before(0)]),
    rowsStep('invitations', 'invitation', 'expires_at < ?', [before(0)]),
    rowsStep('keys', 'api_key', 'least(revoked_at, expires_at) < ?', [before(KEPT_DAYS.keys)]),
    evidenceStep('drafts', UNLOCKED_EVIDENCE, [before(KEPT_DAYS.drafts), before(KEPT_DAYS.drafts)]),
    evidenceStep('evidence', SEALED_EVIDENCE, [before(KEPT_DAYS.evidence)]),
    numberStep(await marked(KEPT_DAYS.numbers)),
  ]
}

const UNDONE_REVISIONS = `ended_xid < ?::xid8 AND import_id IN (SELECT id FROM import WHERE state = 'undone')`
const OLD_SIGHTINGS = 'observation_id IN (SELECT id FROM observation WHERE seen_at < ?)'
const OLD_REJECTS = 'import_id IN (SELECT id FROM import WHERE started_at < ?)'
const GONE = `erasure = 'gone' AND change_xid < least(?::xid8, pg_snapshot_xmin(pg_current_snapshot()))`

/** The newest transaction that is known to be older than a time; 0 where none is. */
async function markBefore(knex: Knex, time: Date): Promise<string> {
  const mark: { readonly xid: string } | undefined = await knex('erasure_mark')
    .where('at', '<=', time)
    .orderBy('xid', 'desc')
    .first('xid')
  return mark?.xid ?? '0'
}

function incidentStep(
  kind: ErasureKind,
  which: string,
  binding: number | string,
  erase: (which: string) => string,
): ErasureStep {
  return {
    kind,
    takesStates: true,
    count: (knex) => countOf(knex, which, [binding]),
    async run(trx, maximum) {
      const { rows } = await within('bulk', trx.raw(erase(which), [binding, maximum]))
      return rows[0] as { rows: number; revisions: number }
    },
  }
}

function textStep(table: 'incident' | 'incident_revision', beforeMinute: number): ErasureStep {
  return {
    kind: 'texts',
    takesStates: false,
    count: (knex) => countOf(knex, `FROM ${table} WHERE text IS NOT NULL AND to_minute < ?`, [beforeMinute]),
    run: async (trx, maximum) => ({ rows: await written(trx, eraseTexts(table), [beforeMinute, maximum]) }),
  }
}

function rowsStep(
  kind: ErasureKind,
  table: string,
  where: string,
  bindings: readonly Knex.RawBinding[],
): ErasureStep {
  return {
    kind,
    takesStates: kind === 'revisions' || kind === 'layerRevisions',
    count: (knex) => countOf(knex, `FROM ${table} WHERE ${where}`, bindings),
    run: async (trx, maximum) => ({
      rows: await written(trx, eraseRows(table, where), [...bindings, maximum]),
    }),
  }
}

function evidenceStep(kind: 'drafts' | 'evidence', which: string, before: readonly Date[]): ErasureStep {
  return {
    kind,
    takesStates: false,
    count: (knex) => countOf(knex, which, before),
    run: async (trx, maximum) => ({ rows: await written(trx, eraseEvidence(which), [...before, maximum]) }),
  }
}

function importStep(before: Date): ErasureStep {
  return {
    kind: 'imports',
    takesStates: false,
    count: (knex) => countOf(knex, `FROM import WHERE ${NOTIFYING_IMPORTS}`, [before]),
    run: async (trx) => ({ rows: await written(trx, muteImportTriggers, [before]) }),
  }
}

/** The horizon moves in the statement that deletes, and only where it deletes; it returns a row for each id deleted. */
const ERASE_NUMBERS = `WITH gone AS (${eraseRows('incident', GONE)} RETURNING 1),
horizon AS (
  UPDATE city SET feed_horizon = greatest(feed_horizon, least(?::xid8, pg_snapshot_xmin(pg_current_snapshot())))
  WHERE EXISTS (SELECT FROM gone)
) SELECT FROM gone`

/** Ids are deleted last; readers of the feed that have not seen the erasure by then reload everything. */
function numberStep(mark: string): ErasureStep {
  return {
    kind: 'numbers',
    takesStates: false,
    count: (knex) => countOf(knex, `FROM incident WHERE ${GONE}`, [mark]),
    run: async (trx, maximum) => ({ rows: await written(trx, ERASE_NUMBERS, [mark, maximum, mark]) }),
  }
}

async function countOf(knex: Knex, from: string, bindings: readonly Knex.RawBinding[]): Promise<number> {
  const { rows } = await within('bulk', knex.raw(`SELECT count(*)::int AS count ${from}`, [...bindings]))
  return (rows[0] as { count: number }).count
}

async function written(
  trx: Knex.Transaction,
  sql: string,
  bindings: readonly Knex.RawBinding[],
): Promise<number> {
  const { rowCount } = (await within('bulk', trx.raw(sql, [...bindings]))) as { rowCount: number | null }
  return rowCount ?? 0
}
