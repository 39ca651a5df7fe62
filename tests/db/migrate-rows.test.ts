import { hash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { migrate } from '../../db/client/migrate.ts'
import { MIGRATIONS } from '../../db/migrations/all.ts'
import { SILENT } from '../../server/platform/log.ts'
import { createApiClient } from '../support/serving/api-client.ts'
import { type DatabaseUnderTest, databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { LOCKING, move, moved, step } from '../support/review-steps.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'
import { FORMER_EVIDENCE, writeFormerRows } from './former-rows.ts'

const SRID = 3006
const FOUNDATION = { srid: SRID, timezone: 'Europe/Stockholm', demo: false }
/** What the first release ended with. */
const FIRST_RELEASE = MIGRATIONS.findIndex(({ name }) => name === '0004-history') + 1

/** A database as the first release left it, brought up to date as a start of the server does. */
async function upgraded(kind: DatabaseUnderTest): Promise<TestDatabase> {
  const db = await kind.open({ srid: SRID })
  await forgetSchema(db)
  await migrate(db.knex, FOUNDATION, SILENT, MIGRATIONS.slice(0, FIRST_RELEASE))
  await writeFormerRows(db.knex)
  if (db.url === null) await db.migrate()
  else {
    const place = { url: db.url, migrationUrl: db.ownerUrl, dataDir: null }
    await (await openDatabase({ ...place, ...FOUNDATION, log: SILENT })).close()
  }
  return db
}

/** Takes away all but what the extension brought. */
async function forgetSchema({ knex }: TestDatabase): Promise<void> {
  const tables: string[] = await knex('pg_tables')
    .where({ schemaname: 'public' })
    .whereNot({ tablename: 'spatial_ref_sys' })
    .pluck('tablename')
  for (const table of tables) await knex.raw('DROP TABLE ?? CASCADE', [table])
  const { rows } = await knex.raw(`
SELECT p.oid::regprocedure::text AS name FROM pg_proc AS p
WHERE pronamespace = 'public'::regnamespace
  AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = p.oid AND deptype = 'e')`)
  for (const { name } of rows as { name: string }[]) await knex.raw(`DROP FUNCTION ${name} CASCADE`)
}

describe.each(databasesUnderTest)(
  'the rows of the first release, brought up to date on the $kind database',
  (kind) => {
    let server: TestServer
    beforeAll(async () => {
      const db = await upgraded(kind)
      server = await startTestServer({ database: { kind: kind.kind, open: async () => db }, srid: SRID })
    })
    afterAll(() => server?.close())

    it('keep incidents with their texts, corrections and retractions', async () => {
      const { incidents } = server.storage.repositories
      expect(await incidents.find(1)).toMatchObject({
        text: 'Cykel vid Eken',
        weight: 2,
        revision: 2,
        retractedReason: null,
      })
      expect(await incidents.revisions(1)).toMatchObject([
        { weight: 1, revision: 1 },
        { weight: 2, revision: 2 },
      ])
      expect(await incidents.find(2)).toMatchObject({ retractedReason: 'fel plats' })
      expect(server.engine.snapshots.status().incidents).toBe(2)
    })

    it('keep sources, layers and their history; later columns are unknown', async () => {
      const { sources, features, imports } = server.storage.repositories
      expect(await sources.find('polisen')).toMatchObject({ register: 'other', retentionDays: null })
      const layers = await features.readAll()
      expect(layers.proposals).toMatchObject([{ createdBy: null, properties: { title: 'Eken' } }])
      expect(layers.cameras).toMatchObject([
        { revision: 2, properties: { name: 'Torget', operator: 'Staden' } },
      ])
      expect(layers['patrol-zones']).toHaveLength(1)
      expect(layers['focus-areas']).toHaveLength(1)
      expect(layers.context).toHaveLength(1)
      expect(layers.areas.map(({ properties }) => properties.kind).toSorted()).toEqual([
        'district',
        'place',
        'study',
      ])
      expect(await server.database.knex('layer_revision').pluck('kind')).toContain('camera')
      expect(await imports.find(1)).toMatchObject({ state: 'done', accepted: 3, rejected: 1, rowsRead: 4 })
      expect(await imports.rejects(1, 0, 10)).toMatchObject([{ line: 5, reason: 'no-time', text: 'rad' }])
    })

    it('keep reviews as drafts without owner, their evidence byte for byte', async () => {
      const { reviews } = server.storage.repositories
      const stored = (await reviews.find(1))!
      expect(stored.proposalId).toBe(1)
      expect(stored.events).toMatchObject([
        { revision: 1, kind: 'opened', state: 'draft', actor: 'operator' },
      ])
      expect(await reviews.evidence(1)).toMatchObject({
        version: 1,
        evidence: FORMER_EVIDENCE,
        sha256: hash('sha256', FORMER_EVIDENCE),
        surroundings: 'null',
      })
    })

    it('allow reviews to be locked and verified only after their evidence is recomputed', async () => {
      const call = createApiClient(server.url)
      const former = (await call('GET', '/api/reviews/1')).body
      const screened = await moved(call, former, 'screening')
      const refused = await move(call, screened, 'evidence_locked', LOCKING)
      expect([refused.status, refused.body.detail]).toEqual([
        409,
        expect.stringContaining('compute it again'),
      ])
      const computed = await step(call, screened, 'POST', 'evidence', {})
      expect([computed.status, computed.body.detail]).toEqual([200, undefined])
      const locked = await moved(await server.as('coordinator'), computed.body, 'evidence_locked')
      expect(locked.state).toBe('evidence_locked')
      const { body } = await call('POST', '/api/reviews/1/verification')
      expect(body).toMatchObject({ agrees: true, sealIntact: true, basis: 'whole' })
    })

    it('cannot be deleted from the history, as before', async () => {
      for (const table of ['incident', 'incident_revision', 'layer_revision', 'review', 'review_evidence'])
        await expect(server.database.knex.raw('DELETE FROM ??', [table])).rejects.toThrow(/refused/)
    })
  },
)
