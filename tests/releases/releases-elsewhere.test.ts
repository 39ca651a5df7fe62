import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase } from '../../db/client.ts'
import { RELEASE_POLL_MS } from '../../server/composition/publishing.ts'
import { SILENT } from '../../server/platform/log.ts'
import type { ReleaseFile } from '../../server/releases/release.ts'
import { releaseFiles } from '../../server/releases/publication/release-files.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { quarterContents } from '../support/release-fixture.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const postgis = databasesUnderTest.find(({ kind }) => kind === 'postgis')
const ATTACK = { hidden: 0, atoms: 0, constraints: 0, breaches: [], hiddenBesides: 0 }

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

    const step = (by: string) => ({ by, at: '2026-06-01T12:00:00.000Z' })
    const request = async (name: string) => {
      const response = await fetch(`${server.url}/public/${name}`)
      await response.arrayBuffer()
      return response.status
    }
    const publishElsewhere = async (key: '2026-Q1' | '2025-Q4', files: readonly ReleaseFile[]) => {
      const { releases } = elsewhere.repositories
      const contents = quarterContents(key)
      const prepared = {
        kind: 'public',
        key,
        placeId: null,
        snapshotVersion: 'v',
        contents,
        attack: ATTACK,
      } as const
      const { id } = await releases.insert({ ...prepared, prepared: step('account/1') })
      await releases.approve(id, step('account/2'))
      await releases.publish(id, step('account/2'), key, files, await releases.disclosures())
      return id
    }

    it('shows what is published there, and that it is withdrawn, without being told', async () => {
      const contents = quarterContents('2026-Q1')
      const files = releaseFiles(
        { key: '2026-Q1', contents, publishedAt: step('x').at, demo: false },
        createProjection(3006),
      )
      const id = await publishElsewhere('2026-Q1', files)
      await expect.poll(() => request('releases/2026-Q1/areas.csv')).toBe(200)
      await elsewhere.repositories.releases.withdraw(id, { ...step('account/1'), reason: 'fel' })
      await expect.poll(() => request('releases/2026-Q1/areas.csv')).toBe(410)

      for (const [language, messages] of [
        ['sv', 'Uppgifterna är återkallade'],
        ['en', 'The figures have been withdrawn'],
      ] as const) {
        const page = await fetch(`${server.url}/public/releases/2026-Q1/method.${language}.html`)
        expect(page.status).toBe(410)
        expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
        expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
        expect(page.headers.get('cache-control')).toBe('no-cache')
        expect(await page.text()).toMatch(new RegExp(`<html lang="${language}">[^]*<h1>${messages}</h1>`))
      }
    })

    it('looks so often that half of the second in which it shows is left for the looking', () => {
      expect(RELEASE_POLL_MS).toBeLessThanOrEqual(500)
    })
  },
)
