import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { MIGRATIONS } from '../../../db/migrations/all.ts'
import { databasesUnderTest, type TestDatabase } from '../../support/databases.ts'
import { accounts } from './modules/accounts.ts'
import { audit } from './modules/audit.ts'
import { database } from './modules/database.ts'
import { digests } from './modules/digests.ts'
import { feed } from './modules/feed.ts'
import { glossary } from './modules/glossary.ts'
import { imports } from './modules/import.ts'
import { incidents } from './modules/incidents.ts'
import { layerImports } from './modules/layer-imports.ts'
import { layers } from './modules/layers.ts'
import { meetings } from './modules/meetings.ts'
import { observations } from './modules/observations.ts'
import { operations } from './modules/operations.ts'
import { releases } from './modules/releases.ts'
import { reviews } from './modules/reviews.ts'
import { surveys } from './modules/surveys.ts'
import { units } from './modules/units.ts'
import { work } from './modules/work.ts'
import { recordStatements, type StatementRecorder } from './record-statements.ts'

type CallOfEverything = (db: TestDatabase, recorder: StatementRecorder) => Promise<void>

const MODULES: Readonly<Record<string, CallOfEverything>> = {
  accounts,
  audit,
  digests,
  feed,
  glossary,
  incidents,
  'layer-imports': layerImports,
  layers,
  meetings,
  observations,
  releases,
  reviews,
  surveys,
  units,
  work,
}
const REVIEWED = new URL('../../fixtures/sql/', import.meta.url)

/** What is done otherwise on the embedded database, which has one session and is its own superuser. */
const MODULES_BY_DATABASE: Readonly<Record<string, CallOfEverything>> = {
  database,
  import: imports,
  operations,
}

describe.each(databasesUnderTest)('the SQL statements sent to either database', ({ open }) => {
  let db: TestDatabase
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())
  afterEach(() => vi.restoreAllMocks())

  it.each(Object.entries(MODULES))('are those that were reviewed: %s', async (module, callEverything) => {
    const recorder = recordStatements()
    await callEverything(db, recorder)
    await expect(recorder.text()).toMatchFileSnapshot(`../../fixtures/sql/${module}.sql`)
  })

  it('are recorded for every method of every repository', () => {
    const methods = Object.entries(db.repositories).flatMap(([name, repository]) =>
      typeof repository === 'object' ? Object.keys(repository).map((method) => `${name}.${method}`) : [],
    )
    const recorded = readdirSync(REVIEWED).map((file) => readFileSync(new URL(file, REVIEWED), 'utf8'))
    const missing = methods.filter((method) => !recorded.some((text) => text.includes(`-- ${method}\n`)))
    expect(missing).toEqual([])
  })
})

describe.each(databasesUnderTest)('the SQL statements sent to the $kind database only', ({ kind, open }) => {
  let db: TestDatabase
  beforeEach(async () => {
    db = await open()
  })
  afterEach(async () => {
    vi.restoreAllMocks()
    await db?.close()
  })

  it.each(Object.entries(MODULES_BY_DATABASE))(
    'are those that were reviewed: %s',
    async (module, callEverything) => {
      const recorder = recordStatements()
      await callEverything(db, recorder)
      await expect(recorder.text()).toMatchFileSnapshot(`../../fixtures/sql/${module}.${kind}.sql`)
    },
  )
})

it('A migration that was released is never changed: the text of each is the one that was reviewed', async () => {
  const texts = MIGRATIONS.map(({ name, sql }) => `${name} ${hash('sha256', sql({ srid: 3006 }))}\n`)
  await expect(texts.join('')).toMatchFileSnapshot('../../fixtures/sql/migrations.txt')
})
