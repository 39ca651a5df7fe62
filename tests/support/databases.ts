import { completeDatabase, type Database } from '../../db/client.ts'
import { openOnEngine } from '../../db/open-embedded.ts'
import { SILENT } from '../../server/domain/log.ts'
import { borrowEngine } from './embedded-template.ts'
import { clonePostgis } from './postgis-template.ts'

export interface DatabaseUnderTest {
  readonly kind: 'embedded' | 'postgis'
  /** A migrated, empty database of the test's own; `close` gives it back. */
  open(options?: { readonly srid?: number }): Promise<TestDatabase>
}

/** A database and where it is: `url` is null for the embedded one. */
export type TestDatabase = Database & { readonly url: string | null }

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
    return { ...database, url: null, close }
  },
}

const postgis: DatabaseUnderTest = {
  kind: 'postgis',
  async open({ srid = DEFAULT_SRID } = {}) {
    const { database, url, drop } = await clonePostgis(serverUrl!, srid)
    const close = async () => {
      await database.close()
      await drop()
    }
    return { ...database, url, close }
  },
}

const serverUrl = process.env.TEST_DATABASE_URL

/** Both databases, for `describe.each`; PostGIS only where `TEST_DATABASE_URL` names a server. */
export const databasesUnderTest: readonly DatabaseUnderTest[] =
  serverUrl === undefined ? [embedded] : [embedded, postgis]
