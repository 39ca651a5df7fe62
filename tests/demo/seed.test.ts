import { describe, expect, it } from 'vitest'
import { buildDemoCity } from '../../server/demo/city.ts'
import { isSeeded, seedDemo } from '../../server/demo/seed.ts'
import { databasesUnderTest } from '../support/databases.ts'

const city = buildDemoCity({ incidents: 3000 })

describe.each(databasesUnderTest)('seeding the demo city ($kind)', (kind) => {
  it('writes everything once, tells how far it is, and may be called again', {
    timeout: 120_000,
  }, async () => {
    const database = await kind.open()
    try {
      const { repositories } = database
      expect(await isSeeded(repositories, city)).toBe(false)
      const shares: number[] = []
      const counts = await seedDemo(repositories, city, ({ share }) => shares.push(share))
      expect(counts).toMatchObject({ context: city.context.length, incidents: 3000 })
      expect(shares).toEqual([...shares].sort((a, b) => a - b))
      expect(shares.at(-1)).toBe(1)
      expect(await isSeeded(repositories, city)).toBe(true)

      await seedDemo(repositories, city)
      const layers = await repositories.features.readAll()
      expect(layers.areas).toHaveLength(city.areas.length)
      expect(layers.cameras).toHaveLength(city.cameras.length)
      expect(layers.context).toHaveLength(city.context.length)
      const planner = await repositories.people.findCredentials('planner@exempelstad.example')
      expect(layers.proposals.map(({ createdBy }) => createdBy)).toEqual(
        city.proposals.map(() => `account/${planner!.account.id}`),
      )
      const felt = await repositories.surveys.list()
      expect(felt).toHaveLength(city.surveys.length)
      const districts = new Set(
        layers.areas.filter((area) => area.properties.kind === 'district').map(({ id }) => id),
      )
      expect(new Set(felt.map(({ areaId }) => areaId))).toEqual(districts)
      let live = 0
      await repositories.feed.load((batch) => {
        live += batch.live.reduce((sum, alive) => sum + alive, 0)
      })
      expect(live).toBe(3000)
    } finally {
      await database.close()
    }
  })
})
