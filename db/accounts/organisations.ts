import type { Knex } from 'knex'
import { notFound } from '../../server/engine/errors.ts'
import {
  draftedAreas,
  type Organisation,
  type OrganisationDraft,
} from '../../server/accounts/people/accounts.ts'
import type { DatabaseHandle, Executor } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import type { PeopleRepository } from '../../server/accounts/people/repository.ts'

type Organisations = Pick<
  PeopleRepository,
  'organisations' | 'findOrganisation' | 'insertOrganisation' | 'updateOrganisation' | 'areaNames'
>

const ANSWERING = ['place', 'district']

/** The areas of an organisation as JSON, days as texts so that no driver's time zone shifts them. */
export const areasSql = (organisationId: string) => `(
  SELECT coalesce(json_agg(json_build_object('areaId', area_id, 'from', valid_from::text, 'to', valid_to::text) ORDER BY area_id), '[]')
  FROM organisation_area WHERE organisation_id = ${organisationId})`

/** Organisations with the places and districts that they answer for. */
export function createOrganisations({ knex }: DatabaseHandle): Organisations {
  return {
    organisations: async () => await selected(knex),
    async findOrganisation(id) {
      const [found] = await selected(knex).where('o.id', id)
      return found ?? null
    },
    insertOrganisation: (draft) =>
      written(knex, async (trx) => {
        const { name, kind = 'party' } = draft
        const [row] = await trx('organisation').insert({ name, kind }).returning<{ id: number }[]>('id')
        await putAreas(trx, row!.id, draft)
        return row!.id
      }),
    updateOrganisation: (id, draft) =>
      written(knex, async (trx) => {
        const { name, kind = 'party' } = draft
        const changed = await trx('organisation').where({ id }).update({ name, kind })
        if (changed === 0) throw notFound('organisation', id)
        await trx('organisation_area').where({ organisation_id: id }).delete()
        await putAreas(trx, id, draft)
        return id
      }),
    async areaNames(ids) {
      if (ids.length === 0) return []
      const areas = knex('area').whereIn('id', ids).whereIn('kind', ANSWERING)
      return areas.orderBy('id').select('id', 'name')
    },
  }
}

function selected(db: Executor): Knex.QueryBuilder<object, Organisation[]> {
  const places = db.raw(
    "ARRAY(SELECT area_id FROM organisation_area WHERE organisation_id = o.id AND kind = 'place' ORDER BY area_id)",
  )
  return db('organisation AS o')
    .orderBy('o.id')
    .select({ id: 'o.id', name: 'o.name', kind: 'o.kind', areas: db.raw(areasSql('o.id')), placeIds: places })
}

/** The kind of an id that is neither place nor district is refused by the table. */
async function putAreas(trx: Knex.Transaction, id: number, draft: OrganisationDraft): Promise<void> {
  const areas = draftedAreas(draft)
  if (areas.length === 0) return
  const ids = areas.map(({ areaId }) => areaId)
  const kinds: readonly { id: number; kind: string }[] = await trx('area')
    .whereIn('id', ids)
    .select('id', 'kind')
  const kindOf = new Map(kinds.map((area) => [area.id, area.kind]))
  await trx('organisation_area').insert(
    areas.map(({ areaId, from, to }) => ({
      organisation_id: id,
      area_id: areaId,
      kind: kindOf.get(areaId) ?? 'place',
      valid_from: from,
      valid_to: to,
    })),
  )
}

/** Writes in one transaction and reads back what is stored then. */
async function written(knex: Knex, write: (trx: Knex.Transaction) => Promise<number>): Promise<Organisation> {
  return refusing(() =>
    knex.transaction(async (trx) => {
      const [stored] = await selected(trx).where('o.id', await write(trx))
      return stored!
    }),
  )
}
