import { completeDatabase, type Database } from '../../db/client.ts'
import { openOnEngine } from '../../db/open-embedded.ts'
import { SILENT } from '../../server/platform/log.ts'
import { borrowEngine } from './embedded-template.ts'
import { clonePostgis } from './postgis-template.ts'

export interface DatabaseUnderTest {
  readonly kind: 'embedded' | 'postgis'
  /** A migrated, empty database for one test; `close` returns it. */
  open(options?: { readonly srid?: number }): Promise<TestDatabase>
}

/**
 * A database with its addresses, both null for the embedded one. On PostGIS the product (`repositories`,
 * `notifications`, `url`) uses the serving role, and tests use the owner by `knex`.
 */
export type TestDatabase = Database & { readonly url: string | null; readonly ownerUrl: string | null }

const DEFAULT_SRID = 3006

const embedded: DatabaseUnderTest = {
  kind: 'embedded',
  async open({ srid = DEFAULT_SRID } = {}) {
    const engine = await borrowEngine(srid)
    const options = { url: null, dataDir: null, srid, log: SILENT }
    const database = await completeDatabase(openOnEngine(engine.engine, options), options)
    const close = async () => {
      await database.close()
      await engine.giveBack()
    }
    return { ...database, url: null, ownerUrl: null, close }
  },
}

const postgis: DatabaseUnderTest = {
  kind: 'postgis',
  async open({ srid = DEFAULT_SRID } = {}) {
    const { serving, owner, servingUrl: url, ownerUrl, drop } = await clonePostgis(serverUrl!, srid)
    const close = async () => {
      await Promise.all([serving.close(), owner.close()])
      await drop()
    }
    const { notifications } = serving
    const repositories = { ...serving.repositories, erasures: owner.repositories.erasures }
    return { ...owner, repositories, notifications, url, ownerUrl, close }
  },
}

const serverUrl = process.env.TEST_DATABASE_URL

/** Both databases, for `describe.each`; PostGIS only where `TEST_DATABASE_URL` names a server. */
export const databasesUnderTest: readonly DatabaseUnderTest[] =
  serverUrl === undefined ? [embedded] : [embedded, postgis]
