import type { ReportLink } from '../../server/observations/observation.ts'
import type { ReportLinkRepository } from '../../server/observations/repository.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'

interface LinkRow {
  readonly id: number
  readonly area_id: number
  readonly organisation_id: number | null
  readonly label: string
  readonly made_at: Date
  readonly made_by: string
  readonly made_name: string | null
  readonly revoked_at: Date | null
}

/** Links to report by, found by the hash of their token. */
export function createReportLinkRepository({ knex }: DatabaseHandle): ReportLinkRepository {
  const links = () => knex<LinkRow & { readonly token_hash: string }>('report_link')
  const find = async (key: object) => {
    const row = await links().where(key).first()
    return row === undefined ? null : linkOf(row)
  }
  return {
    async insert({ areaId, organisationId, label, made }, tokenHash) {
      const row = {
        token_hash: tokenHash,
        area_id: areaId,
        organisation_id: organisationId,
        label,
        made_at: made.at,
        made_by: made.by,
        made_name: made.name,
      }
      const [stored] = await refusing(async () => await knex('report_link').insert(row).returning('*'))
      return linkOf(stored as LinkRow)
    },
    findByHash: (tokenHash) => find({ token_hash: tokenHash }),
    list: async (limit) => (await links().orderBy('id', 'desc').limit(limit)).map(linkOf),
    async revoke(id, { at, by, name }) {
      await knex('report_link')
        .where({ id })
        .whereNull('revoked_at')
        .update({ revoked_at: at, revoked_by: by, revoked_name: name })
      return find({ id })
    },
  }
}

function linkOf(row: LinkRow): ReportLink {
  const { id, area_id, organisation_id, label, made_at, made_by, made_name, revoked_at } = row
  return {
    id,
    areaId: area_id,
    organisationId: organisation_id,
    label,
    made: { at: made_at.toISOString(), by: made_by, name: made_name },
    revokedAt: revoked_at?.toISOString() ?? null,
  }
}
