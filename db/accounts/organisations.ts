import type { Knex } from 'knex'
import { notFound } from '../../server/engine/errors.ts'
import type { Organisation } from '../../server/accounts/people/accounts.ts'
import type { DatabaseHandle, Executor } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'
import type { PeopleRepository } from '../../server/accounts/people/repository.ts'

type Organisations = Pick<
  PeopleRepository,
  'organisations' | 'findOrganisation' | 'insertOrganisation' | 'updateOrganisation' | 'placeNames'
>

/** Organisations with the places that bound their partners. */
export function createOrganisations({ knex }: DatabaseHandle): Organisations {
  return {
    organisations: async () => await selected(knex),
    async findOrganisation(id) {
      const [found] = await selected(knex).where('o.id', id)
      return found ?? null
    },
    insertOrganisation: ({ name, placeIds }) =>
      written(knex, async (trx) => {
        const [row] = await trx('organisation').insert({ name }).returning<{ id: number }[]>('id')
        await putPlaces(trx, row!.id, placeIds)
        return row!.id
      }),
    updateOrganisation: (id, { name, placeIds }) =>
      written(knex, async (trx) => {
        const changed = await trx('organisation').where({ id }).update({ name })
        if (changed === 0) throw notFound('organisation', id)
        await trx('organisation_place').where({ organisation_id: id }).delete()
        await putPlaces(trx, id, placeIds)
        return id
      }),
    async placeNames(ids) {
      if (ids.length === 0) return []
      return knex('area').whereIn('id', ids).where({ kind: 'place' }).orderBy('id').select('id', 'name')
    },
  }
}

function selected(db: Executor): Knex.QueryBuilder<object, Organisation[]> {
  const places = db.raw(
    "coalesce(array_agg(p.area_id ORDER BY p.area_id) FILTER (WHERE p.area_id > 0), '{}')",
  )
  return db('organisation AS o')
    .leftJoin('organisation_place AS p', 'p.organisation_id', 'o.id')
    .groupBy('o.id', 'o.name')
    .orderBy('o.id')
    .select({ id: 'o.id', name: 'o.name', placeIds: places })
}

async function putPlaces(trx: Knex.Transaction, id: number, placeIds: readonly number[]): Promise<void> {
  const rows = [...new Set(placeIds)].map((areaId) => ({ organisation_id: id, area_id: areaId }))
  if (rows.length > 0) await trx('organisation_place').insert(rows)
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
