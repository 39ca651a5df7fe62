import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { RELEASE_POLL_MS } from '../../server/composition/publishing.ts'
import { SILENT } from '../../server/platform/log.ts'
import { releaseFiles } from '../../server/releases/publication/release-files.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { publishAsIs } from '../support/published-releases.ts'
import { quarterContents } from '../support/release-fixture.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const postgis = databasesUnderTest.find(({ kind }) => kind === 'postgis')
const PUBLISHED_AT = '2026-06-01T12:00:00.000Z'

describe.skipIf(postgis === undefined)(
  'a server beside another process on one PostGIS (TEST_DATABASE_URL)',
  () => {
    let server: TestServer
    let elsewhere: Awaited<ReturnType<typeof openDatabase>>

    beforeAll(async () => {
      server = await startTestServer({ database: postgis! })
      await server.engine.publishing.watch()
      elsewhere = await openDatabase({ url: server.database.url, dataDir: null, srid: 3006, log: SILENT })
    })
    afterAll(async () => {
      await elsewhere?.close()
      await server?.close()
    })

    const request = async (name: string) => {
      const response = await fetch(`${server.url}/public/${name}`)
      await response.arrayBuffer()
      return response.status
    }
    it('shows publications and withdrawals of the other process', async () => {
      const contents = quarterContents('2026-Q1')
      const files = releaseFiles(
        { key: '2026-Q1', contents, publishedAt: PUBLISHED_AT, demo: false },
        createProjection(3006),
      )
      const { releases } = elsewhere.repositories
      const id = await publishAsIs(releases, contents, files)
      await expect.poll(() => request('releases/2026-Q1/areas.csv')).toBe(200)
      await releases.withdraw(id, { by: 'account/1', at: PUBLISHED_AT, reason: 'fel' })
      await expect.poll(() => request('releases/2026-Q1/areas.csv')).toBe(410)

      for (const [language, heading] of [
        ['sv', 'Uppgifterna är återkallade'],
        ['en', 'The figures have been withdrawn'],
      ] as const) {
        const page = await fetch(`${server.url}/public/releases/2026-Q1/method.${language}.html`)
        expect(page.status).toBe(410)
        expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
        expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(page.headers.get('cache-control')).toBe('no-cache')
        expect(await page.text()).toMatch(new RegExp(`<html lang="${language}">[^]*<h1>${heading}</h1>`))
      }
    })

    it('polls at least every 500 ms, so that a withdrawal applies within a second', () => {
      expect(RELEASE_POLL_MS).toBeLessThanOrEqual(500)
    })
  },
)
