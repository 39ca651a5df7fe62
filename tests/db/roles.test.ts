import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { ROW_RIGHTS } from '../../db/postgis/grants.ts'
import { scramVerifier } from '../../db/postgis/serving-role.ts'
import { SILENT } from '../../server/platform/log.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'

const [postgis] = databasesUnderTest.filter(({ kind }) => kind === 'postgis')

/** What the role that serves may do to each table's rows: s(elect), i(nsert), u(pdate), d(elete). A new table has a row here. */
const RIGHTS: Readonly<Record<string, string>> = {
  access_change: 's i u d',
  api_key: 's i u d',
  app_user: 's i u d',
  area: 's i u d',
  audit_begun: 's i u d',
  audit_event: 's i',
  calendar_feed: 's i u d',
  camera: 's i u d',
  category: 's',
  city: 's',
  consultation_link: 's i u',
  context_feature: 's i u d',
  digest_choice: 's i u d',
  digest_mail: 's i u d',
  erasure_mark: '',
  focus_area: 's i u d',
  geography_columns: 's',
  geometry_columns: 's',
  glossary_version: 's i',
  import: 's i u d',
  import_reject: 's i u d',
  incident: 's i u',
  incident_revision: 's',
  invitation: 's i u d',
  layer_change: 's',
  layer_import: 's i u d',
  layer_import_change: 's i u d',
  layer_revision: 's',
  minutes_mail: 's i u d',
  observation: 's i u',
  observation_revision: 's',
  observation_text: 's i',
  organisation: 's i u d',
  organisation_area: 's i u d',
  patrol_zone: 's i u d',
  place_publication: 's i u',
  proposal: 's i u d',
  release: 's i u',
  release_file: 's i',
  report_link: 's i u',
  review: 's i',
  review_event: 's i',
  review_evidence: 's i',
  review_handling: 's i',
  review_seal: 's i',
  review_state_change: 's',
  schema_migration: 's',
  session: 's i u d',
  source: 's i u d',
  spatial_ref_sys: 's',
  survey_figure: 's i u d',
  told: 's i u',
  unit_cut: 's i u',
  work_item: 's i u',
  work_item_revision: 's',
}

const FORBIDDEN = '42501'

describe.skipIf(postgis === undefined)('the serving role (PostGIS; needs TEST_DATABASE_URL)', () => {
  let db: TestDatabase
  let serving: pg.Client
  beforeAll(async () => {
    db = await postgis!.open()
    await db.repositories.sources.save(SAMPLE_SOURCE)
    await db.repositories.incidents.insert([sampleIncident(), sampleIncident({ externalId: 'a-2' })])
    serving = new pg.Client({ connectionString: db.url! })
    await serving.connect()
  })
  afterAll(async () => {
    await serving?.end()
    await db?.close()
  })

  it('has exactly the row rights that serving needs', async () => {
    const { rows } = await serving.query(
      `SELECT relname AS name, array_to_string(ARRAY(
         SELECT lower(left(r, 1)) FROM unnest($1::text[]) WITH ORDINALITY AS one (r, place)
         WHERE has_table_privilege(oid, r) ORDER BY place), ' ') AS rights,
         has_table_privilege(oid, 'TRUNCATE, REFERENCES, TRIGGER') AS more
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'v', 'p') ORDER BY relname`,
      [[...ROW_RIGHTS]],
    )
    expect(Object.fromEntries(rows.map(({ name, rights }) => [name, rights]))).toEqual(RIGHTS)
    expect(rows.filter(({ more }) => more)).toEqual([])
  })

  it('owns nothing and has no attributes', async () => {
    const { rows } = await serving.query(`
SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls,
  (SELECT count(*)::int FROM pg_class WHERE relowner = pg_roles.oid) AS tables,
  (SELECT count(*)::int FROM pg_proc WHERE proowner = pg_roles.oid) AS functions
FROM pg_roles WHERE rolname = current_user`)
    expect(Object.values(rows[0] as object).filter(Boolean)).toEqual([])
  })

  it.each([
    'CREATE TABLE mine (id int)',
    'CREATE SCHEMA mine',
    'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE EXTENSION dblink',
    'ALTER TABLE incident ADD COLUMN mine int',
    'ALTER TABLE audit_event DISABLE TRIGGER ALL',
    'DROP TABLE audit_event',
    'DROP TRIGGER append_only ON audit_event',
    'CREATE OR REPLACE FUNCTION public.is_erasing() RETURNS boolean LANGUAGE sql AS $$ SELECT true $$',
    'TRUNCATE incident CASCADE',
    'TRUNCATE session',
    "UPDATE audit_event SET actor = 'operator'",
    'DELETE FROM audit_event',
    'DELETE FROM incident',
    'UPDATE incident_revision SET text = NULL',
    'DELETE FROM incident_revision',
    'INSERT INTO incident_revision SELECT FROM incident_revision',
    'INSERT INTO layer_revision DEFAULT VALUES',
    'UPDATE review_evidence SET evidence = evidence',
    'DELETE FROM release_file',
    "UPDATE city SET feed_horizon = xid8 '9'",
    "INSERT INTO review_state_change VALUES ('draft', 'decided')",
    'SELECT * FROM erasure_mark',
    'SELECT rolpassword FROM pg_authid',
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY incident (text) FROM '/etc/passwd'",
    "SELECT pg_read_file('/etc/passwd')",
    'SET session_replication_role = replica',
    'SET ROLE postgres',
    'ALTER SYSTEM SET fsync = off',
    'CREATE ROLE mine',
    'CREATE DATABASE mine',
    "SELECT lo_import('/etc/passwd')",
  ])('is refused: %s', async (statement) => {
    await expect(serving.query(statement)).rejects.toMatchObject({ code: FORBIDDEN })
  })

  it('cannot erase by setting the purge’s parameter', async () => {
    await serving.query("SET lagesbild.purge = 'on'")
    const { rows } = await serving.query('SELECT is_erasing() AS erasing')
    expect(rows).toEqual([{ erasing: false }])
    await expect(serving.query('DELETE FROM incident')).rejects.toMatchObject({ code: FORBIDDEN })
    await serving.query('UPDATE incident SET weight = 9 WHERE id = 1')
    const kept = await serving.query('SELECT weight, revision FROM incident_revision WHERE incident_id = 1')
    expect(kept.rows).toEqual([{ weight: 1, revision: 1 }])
    await serving.query('RESET lagesbild.purge')
  })

  it('writes history only through triggers', async () => {
    await db.repositories.incidents.retract(2, null, 'fel')
    expect(await db.repositories.incidents.revisions(2)).toHaveLength(2)
    await db.repositories.sources.save({ ...SAMPLE_SOURCE, title: 'Another' })
    expect(await db.knex('layer_revision').where({ kind: 'source' })).toHaveLength(1)
  })

  it('may not erase, and the refusal says how to', async () => {
    const asServing = await openDatabase({ url: db.url!, dataDir: null, srid: 3006, log: SILENT })
    const requested = asServing.repositories.erasures.count(0)
    await expect(requested).rejects.toMatchObject({
      code: 'forbidden',
      message: expect.stringContaining('MIGRATION_DATABASE_URL'),
    })
    await asServing.close()
  })

  it('refuses an older schema with a message that says what to do', async () => {
    await db.knex('schema_migration').where({ name: '0011-serving-role' }).delete()
    const asServing = await openDatabase({ url: db.url!, dataDir: null, srid: 3006, log: SILENT })
    await expect(asServing.migrate()).rejects.toMatchObject({
      code: 'database-unavailable',
      message: expect.stringMatching(/^[^\n]*older schema[^\n]*lagesbild migrate\.$/),
    })
    await asServing.close()
    await db.knex('schema_migration').insert({ name: '0011-serving-role' })
  })

  it('is made by the owner’s first migration, its password in no statement, and granted what is missing by later ones', async () => {
    const role = `lagesbild_test_role_${randomBytes(4).toString('hex')}`
    const url = new URL(db.ownerUrl!)
    url.username = role
    url.password = 'hemlig åäö'
    const open = () =>
      openDatabase({ url: url.href, migrationUrl: db.ownerUrl!, dataDir: null, srid: 3006, log: SILENT })
    try {
      await (await open()).close()
      await db.knex.raw('REVOKE SELECT ON incident FROM ??', [role])
      const again = await open()
      expect(await again.repositories.incidents.find(1)).toMatchObject({ id: 1 })
      await again.close()
    } finally {
      await db.knex.raw('DROP OWNED BY ??', [role])
      await db.knex.raw('DROP ROLE ??', [role])
    }
  })

  it('must connect to the same database as the owner', async () => {
    const other = await postgis!.open()
    const requested = openDatabase({
      url: other.url!,
      migrationUrl: db.ownerUrl!,
      dataDir: null,
      srid: 3006,
      log: SILENT,
    })
    await expect(requested).rejects.toMatchObject({ code: 'invalid-setting' })
    await other.close()
  })

  it('has its password kept as PostgreSQL itself would keep it (RFC 7677, section 3)', () => {
    const salt = Buffer.from('W22ZaJ0SNY7soEsUEjb6gQ==', 'base64')
    expect(scramVerifier('pencil', salt)).toBe(
      'SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=',
    )
  })
})
