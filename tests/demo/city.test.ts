import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { categoriesOfGroup } from '../../server/engine/snapshot/categories.ts'
import { buildDemoCity, DEMO_INCIDENTS } from '../../server/demo/city.ts'
import { inShape } from '../../server/demo/geometry/ring.ts'
import { sharedDemoCity } from '../support/cities/demo-city.ts'
import { measureClaims } from '../../server/demo/truth.ts'

const city = sharedDemoCity(DEMO_INCIDENTS)
const other = buildDemoCity({ seed: 'annan' })

/** All that the database is given of a city, as one digest. */
function digest({
  context,
  areas,
  cameras,
  patrolZones,
  focusAreas,
  proposals,
  sources,
  incidents,
}: typeof city) {
  const parts = [context, areas, cameras, patrolZones, focusAreas, proposals, sources, incidents]
  const hash = createHash('sha256')
  for (const part of parts) hash.update(JSON.stringify(part))
  return hash.digest('hex')
}

describe('Exempelstad', () => {
  it('is the same byte for byte when it is built again', () => {
    expect(digest(buildDemoCity())).toBe(digest(city))
  })

  it('is another city with another seed', () => {
    expect(digest(other)).not.toBe(digest(city))
  })

  it('has the requested number of incidents, all within its three years', () => {
    expect(city.incidents).toHaveLength(DEMO_INCIDENTS)
    expect(sharedDemoCity(123).incidents).toHaveLength(123)
    expect(sharedDemoCity(123).incidents).toEqual(buildDemoCity({ incidents: 123 }).incidents)
    const [from, to] = [Date.UTC(2023, 9, 31, 23) / 60_000, Date.UTC(2026, 9, 31, 23) / 60_000]
    const starts = city.incidents.map(({ fromMinute }) => fromMinute)
    expect(starts.filter((minute) => minute < from || minute >= to)).toEqual([])
  })

  it('gives every incident an id of its own within its source', () => {
    const ids = new Set(city.incidents.map(({ sourceId, externalId }) => `${sourceId} ${externalId}`))
    expect(ids.size).toBe(city.incidents.length)
  })

  it('never lets an incident end before it begins or be reported before it ends', () => {
    const wrong = city.incidents.filter(
      ({ fromMinute, toMinute, reportedMinute }) =>
        toMinute < fromMinute || (reportedMinute !== null && reportedMinute < toMinute),
    )
    expect(wrong).toEqual([])
  })

  it('knows some times to the minute, some to a night, some to a month', () => {
    const spans = city.incidents.map(({ fromMinute, toMinute }) => toMinute - fromMinute)
    const share = (test: (span: number) => boolean) => spans.filter(test).length / spans.length
    expect(share((span) => span === 0)).toBeGreaterThan(0.4)
    expect(share((span) => span > 300 && span < 1440)).toBeGreaterThan(0.08)
    expect(share((span) => span >= 28 * 1440)).toBeGreaterThan(0.01)
  })

  it('lies in open sea, far from any coast', () => {
    const eastings = city.incidents.map(({ xCm }) => xCm / 100)
    const northings = city.incidents.map(({ yCm }) => yCm / 100)
    expect(Math.min(...eastings)).toBeGreaterThan(797_000)
    expect(Math.max(...eastings)).toBeLessThan(807_000)
    expect(Math.min(...northings)).toBeGreaterThan(6_503_000)
    expect(Math.max(...northings)).toBeLessThan(6_511_000)
  })

  it('has its placed incidents on land', () => {
    const wet = city.incidents.filter(
      ({ xCm, yCm }) => !city.town.land.isLand([xCm / 100 - 802_000, yCm / 100 - 6_507_000]),
    )
    expect(wet).toEqual([])
  })

  it('describes every source that an incident names', () => {
    const described = new Set(city.sources.map(({ id }) => id))
    expect(new Set(city.incidents.map(({ sourceId }) => sourceId))).toEqual(described)
    for (const source of city.sources) expect(source.legalBasis).toMatch(/Påhittad/)
  })
})

describe('the planted truth', () => {
  it.each([
    ['of its own', city],
    ['of another city', other],
  ])('is confirmed by counting, with the seed %s', (_, built) => {
    const measured = measureClaims(built)
    const missed = measured.filter(({ ratio, claim }) => ratio < claim.ratio[0] || ratio > claim.ratio[1])
    expect(missed).toEqual([])
    expect(measured.length).toBeGreaterThan(15)
  })

  it('puts nearly half of the shops’ thefts at one address', () => {
    const spot = city.planted.find(({ role }) => role === 'dominated')!
    const here = city.incidents.filter(({ xCm, yCm, categoryIndex }) => {
      const [dx, dy] = [xCm / 100 - 802_000 - spot.at[0], yCm / 100 - 6_507_000 - spot.at[1]]
      return categoryIndex === 4 && dx * dx + dy * dy < spot.radiusMetres ** 2
    })
    const times = new Map<string, number>()
    for (const { xCm, yCm } of here) times.set(`${xCm},${yCm}`, (times.get(`${xCm},${yCm}`) ?? 0) + 1)
    expect(Math.max(...times.values()) / here.length).toBeGreaterThan(0.35)
  })

  it('makes no housing estate a hotspot', () => {
    const { districts } = city.town
    const estate = districts.shapes.get('smorblomshojden')!
    const share =
      districts.areaM2.get('smorblomshojden')! / [...districts.areaM2.values()].reduce((a, b) => a + b, 0)
    const inside = city.incidents.filter(({ xCm, yCm, precisionCode }) => {
      const p = [xCm / 100 - 802_000, yCm / 100 - 6_507_000] as const
      return precisionCode < 2 && estate.some((shape) => inShape(p, shape))
    })
    for (const group of ['people', 'property', 'order', 'environment'] as const) {
      const members = new Set(categoriesOfGroup(group))
      const all = city.incidents.filter((i) => i.precisionCode < 2 && members.has(i.categoryIndex)).length
      const here = inside.filter((i) => members.has(i.categoryIndex)).length
      expect(here / all / share).toBeLessThan(1.2)
    }
  })
})
