import { afterAll, describe, expect, it } from 'vitest'
import { audienceOfRole } from '../../server/platform/access/audience.ts'
import { sha256Hex, canonicalJson } from '../../server/engine/hashes/canonical-json.ts'
import { PLAIN_ROW, sourcesOf } from '../support/cities/make-snapshot.ts'
import { FIRST, openTinyCheck } from './tiny-check.ts'
import { at, inDegrees, incident, rectangle, TINY_LAND } from './tiny-city.ts'

const { check, close } = openTinyCheck()
afterAll(close)

const planner = audienceOfRole('planner')
const LAST = incident(3900, 20, at(2025, 1, 2))
const EVER = { fromMinute: null, toMinute: null }

describe('the evidence of a check', () => {
  it('has the same bytes for a planner and an analyst, who also gets the exact count inside the line', async () => {
    const rows = [
      FIRST,
      LAST,
      incident(1050, 1050, at(2024, 3, 1)),
      incident(1050, 1050, at(2024, 3, 1), { flags: 4 }),
      incident(1115, 1050, at(2024, 3, 1), { weight: 7 }),
    ]
    const geometry = inDegrees(rectangle(1000, 1000, 110, 100))
    const plannersOwn = await check(rows, {}, { geometry }, planner)
    const analysts = await check(rows, {}, { geometry })
    expect(analysts.sha256).toBe(plannersOwn.sha256)
    expect(sha256Hex(canonicalJson(analysts.evidence))).toBe(analysts.sha256)
    expect(analysts.evidence.counts.find(({ id }) => id === 'count-property-0')!.count).toBe(8)
    expect(plannersOwn.exact).toBeNull()
    expect(analysts.exact).toEqual([
      { group: 'people', count: 0 },
      { group: 'property', count: 2 },
      { group: 'order', count: 0 },
      { group: 'environment', count: 0 },
    ])
    expect(analysts.evidence).not.toHaveProperty('exact')
  })

  it('counts no source for a planner whose only known settings are dwellings', async () => {
    const row = incident(1050, 1050, at(2024, 3, 1), { categoryIndex: 7, settingCode: 0, sourceId: 'silent' })
    const home = { ...row, settingCode: 3 }
    const sources = sourcesOf([PLAIN_ROW, { ...PLAIN_ROW, sourceId: 'silent' }])
    const disclosed = async (rows: readonly (typeof row)[]) => {
      const { evidence } = await check([FIRST, LAST, ...rows], { sources }, {}, planner)
      return { counts: evidence.counts, notices: evidence.provenance.notices }
    }
    const without = await disclosed([row])
    expect(without.counts.find(({ id }) => id === 'count-property-0')!.count).toBe(0)
    expect(await disclosed([row, home])).toEqual(without)
  })

  it('counts cells, which it draws, numbers and names', async () => {
    const { evidence, cells } = await check([FIRST])
    const { cells: site, landM2 } = evidence.zones[0]!
    const drawn = cells.features.filter(({ properties }) => properties.zone === 0)
    expect(drawn).toHaveLength(site!.length)
    expect(drawn[0]!.geometry.coordinates[0]).toHaveLength(7)
    const [hectares] = [(landM2 / 10_000).toFixed(1)]
    const said = evidence.findings.find(({ kind }) => kind === 'site')!
    expect(said.en).toBe(`The site: ${site!.length} cells, ${hectares} ha.`)
    const small = await check([FIRST], {}, { geometry: inDegrees(rectangle(1000, 1000, 110, 100)) })
    expect(small.evidence.findings[0]!.sv).toMatch(/^Platsen och 50 m omkring: \d+ rutor, \d,\d ha\.$/)
  })

  it('counts the cell of a point in it where an area holds no centre', async () => {
    const strip = inDegrees(rectangle(1013, 1000, 30, 2000))
    const { evidence } = await check([FIRST], {}, { geometry: strip })
    const { rule, cells } = evidence.zones[0]!
    expect([rule, cells!.length > 0]).toEqual([cells!.length === 1 ? 'inner-point' : 'inside', true])
  })

  it('leaves out cells in the water, and counts nothing outside the study area', async () => {
    const shore = inDegrees(rectangle(1000, 2900, 200, 200))
    const { evidence } = await check([FIRST, incident(1100, 3090, at(2024, 3, 1))], {}, { geometry: shore })
    const inland = await check([FIRST], {}, { geometry: inDegrees(rectangle(1000, 2000, 200, 200)) })
    expect(evidence.zones[0]!.landM2).toBeLessThan(0.8 * inland.evidence.zones[0]!.landM2)
    expect(evidence.counts.find(({ id }) => id === 'count-property-0')!.count).toBe(0)

    const beyond = inDegrees(rectangle(6000, 1000, 200, 200))
    const outside = await check([FIRST], {}, { geometry: beyond })
    expect(outside.evidence.zones.map(({ cells }) => cells)).toEqual([[], [], []])
    expect([outside.evidence.counts, outside.cells.features]).toEqual([[], []])
    expect(outside.evidence.findings[0]!.en).toContain('outside the study area')
    expect(outside.evidence.ranks.map(({ status }) => status)).toEqual(
      Array.from({ length: 4 }, () => 'outside-population'),
    )
  })

  it('ranks no site of more than 50 ha', async () => {
    const { evidence } = await check([FIRST], {}, { geometry: inDegrees(rectangle(100, 100, 800, 700)) })
    expect(evidence.ranks.every(({ status }) => status === 'too-large')).toBe(true)
  })

  it('gives the number of disjoint places with more, and whether that differs from the median', async () => {
    const { evidence } = await check([FIRST])
    const rank = evidence.ranks.find(({ group }) => group === 'property')!
    expect(rank).toMatchObject({ status: 'ok', share: expect.closeTo(0.5, 1), apart: false, whole: true })
    expect(rank.more).toBe(Math.round(rank.share! * rank.places))
    const said = evidence.findings.find(({ kind }) => kind === 'rank')!
    expect(said.en).toContain('Not told apart from the middle.')
    expect(said.conclusive).toBe(false)
  })
})

describe('the period of a check', () => {
  const periodOf = async (from: number, to: number) => {
    const { evidence } = await check([FIRST, LAST], TINY_LAND, { fromMinute: from, toMinute: to }, planner)
    const { query, notices } = evidence.provenance
    return { query, notices: notices.map(({ en }) => en) }
  }

  it('is of whole months, and leaves out the open month', async () => {
    const { query, notices } = await periodOf(at(2024, 3, 10, 0), at(2025, 2, 20, 0))
    expect(query).toMatchObject({ from: '2024-02-29T23:00:00.000Z', to: '2025-01-31T23:00:00.000Z' })
    expect(query.asked).toMatchObject({ from: '2024-03-09T23:00:00.000Z' })
    expect(notices.join()).toContain('whole calendar months')
  })

  it('depends on the months of the first and the last incident, not their days', async () => {
    const known = async (first: number, last: number) => {
      const rows = [incident(3900, 10, at(2023, 1, first)), incident(3900, 20, at(2024, 12, last))]
      return (await check(rows, { sources: sourcesOf([PLAIN_ROW]) }, EVER, planner)).evidence
    }
    const [inner, outer] = [await known(28, 3), await known(1, 30)]
    expect(inner.counts.find(({ id }) => id === 'count-property-0')!.yearEarlier).toBe(0)
    expect({ ...inner, provenance: inner.provenance.query }).toEqual({
      ...outer,
      provenance: outer.provenance.query,
    })
  })

  it('is refused while none of its months has closed', async () => {
    await expect(periodOf(at(2025, 2, 1, 0), at(2025, 3, 1, 0))).rejects.toMatchObject({
      code: 'unprocessable',
    })
  })
})
