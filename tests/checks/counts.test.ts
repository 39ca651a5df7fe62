import { afterAll, describe, expect, it } from 'vitest'
import { PLAIN_ROW, sourcesOf } from '../support/cities/make-snapshot.ts'
import { FIRST, openTinyCheck } from './tiny-check.ts'
import { at, inDegrees, incident, NORTH, rectangle, TINY_LAND } from './tiny-city.ts'

const { check, close } = openTinyCheck()
afterAll(close)

const VIOLENCE = 0

describe('the counts of a check', () => {
  it('put every incident in its zone, category, group and year', async () => {
    const { evidence } = await check([
      FIRST,
      incident(1100, 1100, at(2024, 3, 1)),
      incident(1100, 1100, at(2024, 3, 2), { categoryIndex: VIOLENCE }),
      incident(920, 1100, at(2024, 5, 1)),
      incident(1100, 1450, at(2024, 5, 1)),
      incident(800, 1100, at(2024, 5, 1), { weight: 3 }),
      incident(1100, 1100, at(2023, 6, 1)),
      incident(1100, 1100, at(2025, 1, 1, 0)),
      incident(1100, 1100, at(2024, 5, 5), { precisionCode: 3 }),
    ])
    const of = (group: string, zone: number) =>
      evidence.counts.find((c) => c.group === group && c.zone === zone)!
    expect([of('property', 0).count, of('property', 0).yearEarlier]).toEqual([1, 1])
    expect(of('people', 0).count).toBe(1)
    expect(of('property', 1).count).toBe(1)
    expect(of('property', 2).count).toBe(4)
    expect(evidence.counts.find((c) => c.category === 'theft' && c.zone === 2)!.count).toBe(4)
    const { landM2 } = evidence.zones[0]!
    expect(of('property', 0).perHectare).toBeCloseTo(1 / (landM2 / 10_000), 5)
  })

  it('give the zones as cells, with their area and land', async () => {
    const { evidence } = await check([FIRST], TINY_LAND, {
      geometry: inDegrees(rectangle(1000, 2800, 200, 200)),
    })
    const cellM2 = (3 * Math.sqrt(3) * 50 ** 2) / 2
    for (const { cells, areaM2, landM2 } of evidence.zones) {
      expect(areaM2).toBeCloseTo(cells!.length * cellM2, -1)
      expect(landM2).toBeLessThanOrEqual(areaM2 * 1.0001)
    }
    const [site, ring, outer] = evidence.zones
    expect(site).toMatchObject({ rule: 'margin', fromMetres: 0, toMetres: 50 })
    expect([ring, outer].map((zone) => [zone!.fromMetres, zone!.toMetres])).toEqual([
      [50, 100],
      [100, 250],
    ])
    const shore = NORTH + 3000
    for (const [, j] of [site, ring, outer].flatMap((zone) => zone!.cells!)) {
      expect(Math.sqrt(3) * 50 * (j - 0.5)).toBeLessThan(shore)
    }
    expect(ring!.landM2).toBeLessThan(ring!.areaM2)
  })

  it('compare whole years where one source is dated by month and another continues', async () => {
    const months = Array.from({ length: 25 }, (_, k) =>
      incident(1100, 1100, at(2023, 1 + k, 1, 0), { toMinute: at(2023, 2 + k, 1, 0), weight: 2 }),
    )
    const { evidence } = await check(
      [FIRST, ...months, incident(1100, 1100, at(2025, 2, 10))],
      {},
      { fromMinute: null, toMinute: null },
    )
    const { from, to } = evidence.provenance.query
    expect([from, to]).toEqual(['2024-01-31T23:00:00.000Z', '2025-01-31T23:00:00.000Z'])
    const count = evidence.counts.find((c) => c.group === 'property' && c.zone === 0)!
    expect([count.count, count.yearEarlier]).toEqual([24, 24])
  })

  it('compare two years exactly: 20 against 10 is 2, 95 % 0.89–4.78', async () => {
    const many = (size: number, year: number) =>
      Array.from({ length: size }, (_, k) => incident(1010 + k, 1100, at(year, 1 + (k % 12), 3 + k)))
    const { evidence } = await check([FIRST, ...many(20, 2024), ...many(10, 2023)])
    const theft = evidence.counts.find((c) => c.group === 'property' && c.zone === 0)!
    expect(theft).toMatchObject({ count: 20, yearEarlier: 10, ratio: 2, scaled: false })
    expect(theft.ratioInterval!.low).toBeCloseTo(0.89, 2)
    expect(theft.ratioInterval!.high).toBeCloseTo(4.78, 2)
    const finding = evidence.findings.find((f) => f.id === 'change-property-0')!
    expect(finding.sv).toBe(
      'Egendom: 20 anmälda händelser på platsen mot 10 samma tid året före (kvot 2,0; 95 % 0,89–4,8). För få för att avgöra.',
    )
    expect(finding.conclusive).toBe(false)
  })

  it('are not compared with a year that the sources do not cover', async () => {
    const { evidence } = await check([incident(1100, 1100, at(2024, 1, 1, 0))])
    const theft = evidence.counts.find((c) => c.group === 'property' && c.zone === 0)!
    expect([theft.yearEarlier, theft.ratio, theft.p]).toEqual([null, null, null])
    expect(evidence.findings.find((f) => f.id === 'change-property-0')!.sv).toContain('Kan inte jämföras')
  })

  it('are not compared when the year reaches far beyond the last import', async () => {
    const sources = sourcesOf([PLAIN_ROW])
    const rows = (last: number) => [FIRST, incident(1100, 1100, at(2023, 11, 1)), incident(1100, 1100, last)]
    const earlierOf = async (last: number) => {
      const { evidence } = await check(rows(last), { sources })
      return evidence.counts.find((c) => c.group === 'property' && c.zone === 0)!.yearEarlier
    }
    expect(await earlierOf(at(2024, 9, 30))).toBeNull()
    expect(await earlierOf(at(2024, 12, 20))).toBe(1)
  })

  it('are not compared when the period overlaps the earlier one', async () => {
    const rows = [FIRST, incident(1100, 1100, at(2024, 2, 1))]
    const requested = { fromMinute: at(2024, 1, 1, 0), toMinute: at(2025, 1, 15, 0) }
    const { evidence } = await check(rows, {}, requested)
    const property = evidence.counts.find((c) => c.group === 'property' && c.zone === 0)!
    expect([property.count, property.yearEarlier]).toEqual([1, null])
  })

  it('state that none were recorded, not that nothing happened', async () => {
    const { evidence } = await check([FIRST])
    expect(evidence.findings.find((f) => f.id === 'change-people-0')!.en).toBe(
      'Violence and threats: none recorded on the site in these sources. That does not mean nothing happened.',
    )
  })
})
