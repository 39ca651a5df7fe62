import type { MultiPolygon, Polygon } from 'geojson'
import { canonicalJson, sha256Hex } from '../../server/engine/hashes/canonical-json.ts'
import type { RecentCheck } from '../../server/checks/recent-checks.ts'
import { decodeEwkb, encodeEwkb } from '../client/ewkb.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import type { RecentCheckRepository } from '../../server/checks/repository.ts'
import { REMEMBERED_CHECKS } from '../../server/platform/access/remembered-checks.ts'

interface RecentCheckRow {
  readonly from_minute: number
  readonly to_minute: number
  readonly ring_metres: readonly number[]
  readonly geom: string
}

const DAY_MS = 86_400_000

/** What was checked of late, by actor. */
export function createRecentCheckRepository({ knex, srid }: DatabaseHandle): RecentCheckRepository {
  return {
    // Written before the others are read: of two at the same time at least one sees the other.
    async remember(actor, check, atMs) {
      const question = sha256Hex(canonicalJson(check))
      const geom = encodeEwkb(check.planar, srid)
      await knex('recent_check')
        .insert({
          actor,
          question,
          geom,
          checked_at: new Date(atMs),
          from_minute: check.fromMinute,
          to_minute: check.toMinute,
          ring_metres: check.ringMetres,
        })
        .onConflict(['actor', 'question'])
        .merge(['checked_at'])
      await knex('recent_check')
        .where('checked_at', '<', new Date(atMs - REMEMBERED_CHECKS.days * DAY_MS))
        .delete()
      const beyond = knex('recent_check')
        .select('id')
        .where({ actor })
        .orderBy([
          { column: 'checked_at', order: 'desc' },
          { column: 'id', order: 'desc' },
        ])
        .offset(REMEMBERED_CHECKS.most)
      const crowdedOut: number = await knex('recent_check').whereIn('id', beyond).delete()
      const rows: RecentCheckRow[] = await knex('recent_check')
        .select('from_minute', 'to_minute', 'ring_metres', 'geom')
        .where({ actor })
        .whereNot({ question })
        .whereRaw('geom && ?::geometry', [geom])
        .orderBy('id')
      return { nearby: rows.map(fromRow), crowdedOut }
    },
  }
}

function fromRow(row: RecentCheckRow): RecentCheck {
  return {
    planar: decodeEwkb(row.geom) as Polygon | MultiPolygon,
    fromMinute: row.from_minute,
    toMinute: row.to_minute,
    ringMetres: row.ring_metres,
  }
}
