import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copyOut } from '../../db/client/bulk-copy.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { EVERY_INCIDENT, SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'

const INCIDENTS = Array.from({ length: 2000 }, (_, n) =>
  sampleIncident({
    externalId: `e-${n}`,
    // Steps that walk the centimetre grid through values no binary fraction holds.
    xCm: 67_000_000 + ((n * 7919) % 1_000_003),
    yCm: -12_345_678 + ((n * 104_729) % 1_000_003),
    fromMinute: -1_000 + n,
    toMinute: 28_000_000,
    categoryIndex: n % 17,
    text: n % 3 === 0 ? null : `rad ${n}\t"å"\n\\N`,
  }),
)

describe.runIf(databasesUnderTest.length > 1)('the two databases', () => {
  let databases: TestDatabase[] = []
  beforeAll(async () => {
    databases = await Promise.all(databasesUnderTest.map(({ open }) => open()))
    for (const { repositories } of databases) {
      await repositories.sources.save(SAMPLE_SOURCE)
      await repositories.incidents.insert(INCIDENTS)
      await repositories.features.insert('areas', {
        planar: {
          type: 'Polygon',
          coordinates: [
            [
              [0.1, 0.2],
              [1000.3, 0.7],
              [999.9, 800.01],
              [0.1, 0.2],
            ],
          ],
        },
        properties: {
          kind: 'district',
          name: 'Å',
          validFrom: '2020-02-29',
          validTo: null,
          residents: 0.1 + 0.2,
          visitors: null,
          exposureSource: null,
          derived: false,
        },
      })
    }
  })
  afterAll(() => Promise.all(databases.map(({ close }) => close())))

  /** The same question to both. */
  const both = <T>(request: (db: TestDatabase) => Promise<T>) => Promise.all(databases.map(request))

  it('give the same incidents, to the centimetre given', async () => {
    const [embedded, postgis] = await both((db) => db.repositories.incidents.page(EVERY_INCIDENT))
    expect(embedded).toEqual(postgis)
    expect(embedded!.map(({ xCm, yCm }) => [xCm, yCm])).toEqual(INCIDENTS.map(({ xCm, yCm }) => [xCm, yCm]))
  })

  it('give the same layers', async () => {
    const [embedded, postgis] = await both((db) => db.repositories.features.readAll())
    expect(embedded).toEqual(postgis)
  })

  it('copy out the same bytes', async () => {
    const sql = `COPY (SELECT id, geom, content_hash, from_minute, live, text FROM incident ORDER BY id)
      TO STDOUT (FORMAT binary)`
    const [embedded, postgis] = await both(async ({ knex }) => {
      const chunks: Uint8Array[] = []
      for await (const chunk of copyOut(knex, sql)) chunks.push(chunk)
      return Buffer.concat(chunks)
    })
    expect(embedded!.equals(postgis!)).toBe(true)
    expect(embedded!.length).toBeGreaterThan(INCIDENTS.length * 60)
  })
})
