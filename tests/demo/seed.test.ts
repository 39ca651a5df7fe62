import { describe, expect, it } from 'vitest'
import { sharedDemoCity } from '../support/cities/demo-city.ts'
import { contentHash } from '../../server/engine/hashes/content-hash.ts'
import { demoContents, isSeeded, seedDemo } from '../../server/demo/seed.ts'
import { databasesUnderTest } from '../support/databases.ts'

const city = sharedDemoCity(3000)

const hashes = (list: readonly bigint[]) => list.map((hash) => BigInt.asUintN(64, hash)).toSorted(compare)
const compare = (a: bigint, b: bigint) => (a < b ? -1 : a > b ? 1 : 0)

describe.each(databasesUnderTest)('seeding the demo city ($kind)', (kind) => {
  it('imports exactly the generated incidents, once, and is idempotent', {
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
      const rows = (list: readonly { readonly planar: unknown; readonly properties: unknown }[]) =>
        list.map(({ planar, properties }) => ({ planar, properties }))
      expect(rows(layers.cameras)).toEqual(rows(city.cameras))
      expect(rows(layers['patrol-zones'])).toEqual(rows(city.patrolZones))
      expect(rows(layers['focus-areas'])).toEqual(rows(city.focusAreas))
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
      const registers = await repositories.layerImports.list(10, null)
      expect(registers.map(({ kind, rejected }) => [kind, rejected])).toEqual([
        ['focus-areas', 0],
        ['patrol-zones', 0],
        ['cameras', 0],
      ])
      const imports = await repositories.imports.list(10, null)
      expect(imports.map(({ state, rejected }) => [state, rejected])).toEqual(imports.map(() => ['done', 0]))
    } finally {
      await database.close()
    }
  })
})
