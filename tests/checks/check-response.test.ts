import { afterAll, describe, expect, it } from 'vitest'
import { FIRST, openTinyCheck } from './tiny-check.ts'
import { at, EAST, inDegrees, incident, NORTH, rectangle, TINY_LAND } from './tiny-city.ts'

const { check, close } = openTinyCheck()
afterAll(close)

const THEFT = 4

describe('the response of a check', () => {
  it('has the same bytes when repeated, and another hash for other data', async () => {
    const rows = [{ ...FIRST, externalId: 'a' }, incident(1100, 1100, at(2024, 3, 1), { externalId: 'b' })]
    const [first, again, other] = [
      await check(rows),
      await check(rows.toReversed()),
      await check(rows.slice(1)),
    ]
    expect(again.sha256).toBe(first.sha256)
    expect(other.sha256).not.toBe(first.sha256)
    expect(first.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it('gives the same evidence for the geometry that it returns', async () => {
    const first = await check([FIRST])
    const again = await check([FIRST], TINY_LAND, {
      geometry: first.evidence.provenance.query.geometry,
      ringMetres: [100, 250],
    })
    expect(again.sha256).toBe(first.sha256)
  })

  it('ranks the site among comparable places', async () => {
    const rows = Array.from({ length: 3000 }, (_, k) =>
      incident((k * 773) % 4000, (k * 1117) % 3000, at(2024, 1 + (k % 12), 1 + (k % 28)), {
        categoryIndex: THEFT,
      }),
    )
    const hot = Array.from({ length: 400 }, (_, k) =>
      incident(1001 + (k % 190), 1001 + (k % 240), at(2024, 6, 1)),
    )
    const { evidence } = await check([FIRST, ...rows, ...hot])
    const rank = evidence.ranks.find((r) => r.group === 'property')!
    expect(rank.status).toBe('ok')
    expect(rank.matchedOn).toBe('incidents')
    expect(rank.places).toBeGreaterThanOrEqual(30)
    expect(rank.placements).toBeGreaterThan(rank.places)
    expect([rank.more, rank.apart]).toEqual([0, true])
    expect(evidence.cells.some((c) => c.group === 'property' && c.class === 'high2')).toBe(true)
    const shares = evidence.cells
      .filter((c) => c.group === 'people')
      .reduce((sum, c) => sum + c.shareOfFootprint, 0)
    expect(shares).toBeLessThanOrEqual(1.0001)
  })
})

describe('the polygon of a check', () => {
  it('is repaired with a notice when it is a bow tie', async () => {
    const bow = inDegrees({
      type: 'Polygon',
      coordinates: [
        [
          [EAST, NORTH],
          [EAST + 100, NORTH + 100],
          [EAST + 100, NORTH],
          [EAST, NORTH + 100],
          [EAST, NORTH],
        ],
      ],
    })
    const { evidence } = await check([FIRST], TINY_LAND, { geometry: bow })
    expect(evidence.provenance.notices.map((n) => n.en)).toEqual([expect.stringContaining('crossed itself')])
    expect(evidence.provenance.footprintM2 / 5000).toBeCloseTo(1, 2)
  })

  it.each([
    ['too large', rectangle(0, 0, 3000, 2000), 'at most 5 km²'],
    [
      'a line',
      {
        type: 'Polygon' as const,
        coordinates: [
          [
            [EAST, NORTH],
            [EAST + 50, NORTH],
            [EAST, NORTH],
          ],
        ],
      },
      'three different corners',
    ],
    ['far away', rectangle(100_000, 0, 100, 100), 'within 50 km of the city'],
  ])('is refused when it is %s', async (_name, planar, rule) => {
    await expect(check([FIRST], TINY_LAND, { geometry: inDegrees(planar) })).rejects.toThrow(rule)
  })

  it('is refused with rings out of order or an unsupported edge', async () => {
    await expect(check([FIRST], TINY_LAND, { ringMetres: [250, 100] })).rejects.toThrow('ascending')
    await expect(check([FIRST], TINY_LAND, { edgeMetres: 123 })).rejects.toThrow('one of 50, 100')
  })
})
