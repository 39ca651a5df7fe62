import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { explainDriverError } from '../../db/client/driver-error.ts'
import { type ImportCity, openImportCity } from '../support/cities/import-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { sampleIncident, SAMPLE_SOURCE } from '../support/sample-rows.ts'

const FULL = 'The disk of the database is full: nothing more is stored until there is room.'
const said = (message: string, code: string) => Object.assign(new Error(message), { code })

describe('the refusal while the database is unavailable', () => {
  it.each([
    ['ECONNREFUSED', 'connect ECONNREFUSED 10.1.2.3:5432'],
    ['ENOTFOUND', 'getaddrinfo ENOTFOUND db.inside.example'],
    ['28P01', 'select 1 - password authentication failed for user "lagesbild"'],
    ['3D000', 'database "lagesbild_prod" does not exist'],
  ])('names no machine, role or database (%s)', (code, message) => {
    const cause = said(message, code)
    expect(explainDriverError(cause)).toMatchObject({
      code: 'database-unavailable',
      message: 'The database does not answer.',
      cause,
    })
  })

  it('names a full disk as the reason', () => {
    const message = 'could not extend file "base/5/16384": No space left on device'
    const cause = said(message, '53100')
    expect(explainDriverError(cause)).toMatchObject({
      code: 'disk-full',
      message: FULL,
      cause,
    })
  })

  it('is not used for errors other than connection failures', () => {
    const refused = said('duplicate key', '23505')
    expect(explainDriverError(refused)).toBe(refused)
  })
})

describe.each(databasesUnderTest)('a full disk under the $kind database', (kind) => {
  let city: ImportCity
  beforeAll(async () => {
    city = await openImportCity(kind)
  })
  afterAll(() => city.close())

  it('is reported by writes and by an import’s status, and works again once there is space', async () => {
    const { knex, repositories } = city.database
    await knex.raw(`
CREATE FUNCTION disk_is_full() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END $$;
CREATE TRIGGER disk_is_full BEFORE INSERT ON incident EXECUTE FUNCTION disk_is_full()`)
    await repositories.sources.save(SAMPLE_SOURCE)
    const insert = () => repositories.incidents.insert([sampleIncident({ externalId: 'full' })])
    expect(repositories.isDiskFull()).toBe(false)
    await expect(insert()).rejects.toMatchObject({ code: 'disk-full', message: FULL })
    expect(repositories.isDiskFull()).toBe(true)
    const text = 'id,lon,lat,start\na,18.06,59.33,2026-01-02 21:30'
    const mapping = {
      source: { id: 'est', controller: 'Staden', legalBasis: 'Avtal', purpose: 'Lägesbild' },
      columns: { externalId: 'id', x: 'lon', y: 'lat', occurredFrom: 'start' },
      defaults: { category: 'theft' },
    }
    expect(await city.importText(text, mapping)).toMatchObject({ state: 'failed', error: { en: FULL } })
    await knex.raw('DROP TRIGGER disk_is_full ON incident')
    expect(await city.importText(text, mapping)).toMatchObject({ state: 'done', accepted: 1 })
    expect(await insert()).toHaveLength(1)
  })
})
