import { DomainError } from '../../server/engine/errors.ts'
import { copyOut } from '../client/bulk-copy.ts'
import { readBatches } from './feed-batches.ts'
import { edgesAfter, type FeedHeader, isBehind, nextPosition } from './feed-position.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { CHANGE_CHANNEL } from '../client/notifications.ts'
import { IS_PAST_SQL, incidentsAsOfSql, SNAPSHOT_TEXT } from './as-of-incidents.ts'
import { FEED_ALL_SQL } from './feed-all.ts'
import { FEED_HEADER_SQL, feedChangesSql, POLL_SETTINGS } from './feed-changes.ts'
import type { IncidentBatch } from '../../server/engine/snapshot/incident-batch.ts'
import type { FeedPoll, IncidentFeed } from '../../server/platform/feed/repository.ts'

/**
 * The change feed of a database. A load and its position are of one snapshot; so is each poll, being one statement.
 * Writes nothing and keeps no state in the database, so any number of processes can follow it, on a hot standby too.
 */
export function createIncidentFeed({ knex, notifications }: DatabaseHandle): IncidentFeed {
  return {
    load(onBatch) {
      return knex.transaction(
        async (trx) => {
          await trx.raw(POLL_SETTINGS)
          const { rows } = await trx.raw(FEED_HEADER_SQL)
          await trx.raw('SET LOCAL enable_seqscan = on')
          await readBatches(copyOut(trx, FEED_ALL_SQL), onBatch)
          return nextPosition(JSON.parse(rows[0].text) as FeedHeader, null)
        },
        { isolationLevel: 'repeatable read', readOnly: true },
      )
    },

    poll(position) {
      return knex.transaction(
        async (trx): Promise<FeedPoll> => {
          await trx.raw(POLL_SETTINGS)
          const incidents: IncidentBatch[] = []
          let header: FeedHeader | null = null
          const changed = await readBatches(
            copyOut(trx, feedChangesSql(edgesAfter(position))),
            (batch) => void incidents.push(batch),
            (text) => {
              header = JSON.parse(text) as FeedHeader
            },
          )
          return pollOf(header, position, incidents, changed)
        },
        { readOnly: true },
      )
    },

    onNotification: (callback) => notifications.listen(CHANGE_CHANNEL, () => callback()),

    async loadAsOf(visible, onBatch) {
      const past = SNAPSHOT_TEXT.test(visible) && (await knex.raw(IS_PAST_SQL, [visible])).rows[0].past
      if (past !== true) {
        throw new DomainError('unprocessable', 'What is asked for was not seen in this database.')
      }
      await readBatches(copyOut(knex, incidentsAsOfSql(visible)), onBatch)
    },

    async erasedSince(visible) {
      const query = 'SELECT NOT pg_visible_in_snapshot(erased_xid, ?::pg_snapshot) AS erased FROM city'
      return (await knex.raw(query, [visible])).rows[0].erased
    },
  }
}

function pollOf(
  header: FeedHeader | null,
  before: Parameters<IncidentFeed['poll']>[0],
  incidents: readonly IncidentBatch[],
  changed: number,
): FeedPoll {
  if (header === null) throw new Error('A poll came without its header.')
  const mustReload = isBehind(header, before)
  return {
    position: nextPosition(header, mustReload ? null : before),
    incidents,
    changed,
    layersChanged: header.layers.length > 0,
    contextChanged: header.layers.includes('context_feature'),
    mustReload,
  }
}
