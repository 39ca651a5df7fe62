import { Readable } from 'node:stream'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connectWhenFree } from '../../db/postgis/connect-when-free.ts'
import { createShadowDatabase } from '../../db/postgis/postgis-swap.ts'
import { restoreToPostgis } from '../../db/restore.ts'
import { SILENT } from '../../server/platform/log.ts'

const serverUrl = process.env.TEST_DATABASE_URL

describe.skipIf(serverUrl === undefined)(
  'a server that has no connection free (skipped without TEST_DATABASE_URL)',
  () => {
    const role = `lagesbild_narrow_${process.pid}`
    const narrow = new URL(serverUrl ?? 'postgres://none')
    narrow.username = role
    narrow.password = 'narrow'
    const elsewhere = (name: string) => Object.assign(new URL(narrow.href), { pathname: `/${name}` }).href
    const admin = new pg.Client(serverUrl)

    beforeAll(async () => {
      await admin.connect()
      await admin.query(`CREATE ROLE ${role} LOGIN CREATEDB PASSWORD 'narrow' CONNECTION LIMIT 1`)
    })
    afterAll(async () => {
      await admin.query(`DROP ROLE ${role}`)
      await admin.end()
    })

    it('is retried until a connection is free', async () => {
      const occupant = await connectWhenFree(narrow.href)
      const waiting = createShadowDatabase(elsewhere(`${role}_city`))
      // Shows that the server refuses connections meanwhile.
      await expect(connectWhenFree(narrow.href, 0)).rejects.toThrow()
      await occupant.end()
      const atPath = await waiting
      await atPath.discard()
      const left = await admin.query('SELECT FROM pg_database WHERE datname LIKE $1', [`${role}%`])
      expect(left.rowCount).toBe(0)
    })

    it('fails after a timeout with a message that says what to do', async () => {
      const occupant = await connectWhenFree(narrow.href)
      await expect(connectWhenFree(narrow.href, 100)).rejects.toMatchObject({
        code: 'database-unavailable',
        message: expect.stringContaining('CONNECTION LIMIT'),
        cause: { code: '53300' },
      })
      await occupant.end()
    })

    it('is not mistaken for a missing database: a restore waits for it', async () => {
      const occupant = await connectWhenFree(narrow.href)
      const requested = restoreToPostgis({
        url: elsewhere('postgres'),
        migrationUrl: null,
        path: '/nowhere',
        signal: new AbortController().signal,
        payload: Readable.from([Buffer.from('no dump')]),
        replace: false,
        srid: 3006,
        timezone: 'Europe/Stockholm',
        log: SILENT,
        onRestored: async () => {},
      })
      await expect(connectWhenFree(narrow.href, 0)).rejects.toThrow()
      await occupant.end()
      await expect(requested).rejects.toMatchObject({
        message: expect.stringContaining('pg_restore is not on this machine'),
      })
    })

    it('is not retried for permanent failures', async () => {
      await expect(connectWhenFree(elsewhere('nowhere'))).rejects.toMatchObject({ cause: { code: '3D000' } })
    })
  },
)
