import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { SAMPLE_SOURCE } from '../support/sample-rows.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'

const CHILD = fileURLToPath(new URL('../support/children/half-an-import.ts', import.meta.url))
const [postgis] = databasesUnderTest.filter(({ kind }) => kind === 'postgis')

describe.skipIf(postgis === undefined)(
  'an import whose process is killed (PostGIS; needs TEST_DATABASE_URL)',
  () => {
    let database: TestDatabase
    beforeAll(async () => {
      database = await postgis!.open()
      await database.repositories.sources.save({ ...SAMPLE_SOURCE, id: 'est', retentionDays: null })
    })
    afterAll(() => database.close())

    it('leaves no row and no table, is not swept while it lives, and is failed once it is dead', async () => {
      const { imports } = database.repositories
      const child = spawn(process.execPath, ['--import', 'tsx', CHILD, database.url!], {
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      const [said] = (await once(child.stdout, 'data')) as [Buffer]
      const id = Number(said.toString())
      expect(await imports.sweep()).toBe(0)
      expect(await imports.find(id)).toMatchObject({ state: 'reading' })
      child.kill('SIGKILL')
      await once(child, 'exit')
      await vi.waitUntil(async () => (await imports.sweep()) === 1, { timeout: 50_000, interval: 100 })
      expect(await imports.find(id)).toMatchObject({ state: 'failed', accepted: 0 })
      const [row] = await database.knex('incident').count<{ count: bigint }[]>('* as count')
      expect(Number(row!.count)).toBe(0)
      const { rows } = await database.knex.raw(
        "SELECT relname FROM pg_class WHERE relname LIKE 'import_stage%'",
      )
      expect(rows).toEqual([])
    })
  },
)
