import { describe, expect, it } from 'vitest'
import { buildDemoCity } from '../../server/demo/city.ts'
import { contentHash } from '../../server/engine/hashes/content-hash.ts'
import { demoContents, isSeeded, seedDemo } from '../../server/demo/seed.ts'
import { databasesUnderTest } from '../support/databases.ts'

const city = buildDemoCity({ incidents: 3000 })

const hashes = (list: readonly bigint[]) => list.map((hash) => BigInt.asUintN(64, hash)).toSorted(compare)
const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

describe.each(databasesUnderTest)('seeding the demo city ($kind)', (kind) => {
  it('imports exactly the incidents that were drawn, once, and may be called again', {
    timeout: 120_000,
  }, async () => {
    const database = await kind.open()
    try {
      const { repositories } = database
      expect(await isSeeded(repositories, city)).toBe(false)
      const shares: number[] = []
      const counts = await seedDemo(repositories, demoContents(city), ({ share }) => shares.push(share))
      expect(counts).toMatchObject({ context: city.context.length, incidents: 3000 })
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
      expect(shares.at(-1)).toBe(1)
      expect(await isSeeded(repositories, city)).toBe(true)

      await seedDemo(repositories, demoContents(city))
      const layers = await repositories.features.readAll()
      expect(layers.areas).toHaveLength(city.areas.length)
      expect(layers.cameras).toHaveLength(city.cameras.length)
      expect(layers.context).toHaveLength(city.context.length)
      const planner = await repositories.people.findCredentials('planner@exempelstad.example')
      expect(layers.proposals.map(({ createdBy }) => createdBy)).toEqual(
        city.proposals.map(() => `account/${planner!.account.id}`),
      )
      const perceivedSafety = await repositories.surveys.list()
      expect(perceivedSafety).toHaveLength(city.surveys.length)
      const districts = new Set(
        layers.areas.filter((area) => area.properties.kind === 'district').map(({ id }) => id),
      )
      expect(new Set(perceivedSafety.map(({ areaId }) => areaId))).toEqual(districts)
      const stored: bigint[] = []
      await repositories.feed.load(({ length, live, hashLow, hashHigh }) => {
        for (let k = 0; k < length; k++)
          if (live[k] === 1) stored.push((BigInt(hashHigh[k]!) << 32n) | BigInt(hashLow[k]!))
      })
      expect(hashes(stored)).toEqual(hashes(city.incidents.map(contentHash)))
      const imports = await repositories.imports.list(10, null)
      expect(imports.map(({ state, rejected }) => [state, rejected])).toEqual(imports.map(() => ['done', 0]))
    } finally {
      await database.close()
    }
  })
})
