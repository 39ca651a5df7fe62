import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import type { NewObservation } from '../../server/observations/observation.ts'

const HOUR_MS = 3_600_000

/** An existing id is kept, so that a repeated request gets the first response. */
const INSERT_OBSERVATION_SQL = `
INSERT INTO observation
  (report_id, area_id, kind, geom, seen_at, received_at, link_id, reported_by, changed_at, changed_by, changed_name)
VALUES (:reportId, :areaId, :kind,
  ST_SetSRID(ST_MakePoint(CAST(:x AS float8), CAST(:y AS float8)), CAST(:srid AS int)),
  :seenAt, :at, :linkId, :by, :at, :by, :name)
ON CONFLICT (report_id) DO NOTHING
RETURNING id`

/**
 * Stores an observation with its text.
 *
 * @throws DomainError `gone`, `rate-limited`
 */
export async function insertObservation(
  trx: Knex.Transaction,
  { position, reported, text, ...observation }: NewObservation,
  { srid, maxHourly }: { readonly srid: number; readonly maxHourly: number },
): Promise<void> {
  const { linkId } = observation
  if (linkId !== null) await requireOpenLink(trx, linkId, reported.at, maxHourly)
  const values = { ...observation, ...reported, x: position?.x ?? null, y: position?.y ?? null, srid }
  const { rows } = await trx.raw(INSERT_OBSERVATION_SQL, values as never)
  const [stored] = rows as { readonly id: number }[]
  if (stored !== undefined && text !== null)
    await trx('observation_text').insert({ observation_id: stored.id, text })
}

/** Locks the link, so that concurrent reports cannot exceed its limit. */
async function requireOpenLink(
  trx: Knex.Transaction,
  id: number,
  at: string,
  maxHourly: number,
): Promise<void> {
  const link = await trx('report_link').where({ id }).forUpdate().first('revoked_at')
  if (link === undefined || link.revoked_at !== null)
    throw new DomainError('gone', 'This link was revoked by the city.')
  const hourAgo = new Date(Date.parse(at) - HOUR_MS)
  const [first] = await trx('observation')
    .where({ link_id: id })
    .where('received_at', '>', hourAgo)
    .orderBy('received_at', 'desc')
    .offset(maxHourly - 1)
    .limit(1)
    .select('received_at')
  if (first === undefined) return
  const retryAfterSeconds = ((first.received_at as Date).getTime() - hourAgo.getTime()) / 1000
  const message = `This link has brought ${maxHourly} reports within the hour, and takes no more for now.`
  throw new DomainError('rate-limited', message, { retryAfterSeconds })
}
