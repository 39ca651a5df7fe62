import { afterAll, describe, expect, it } from 'vitest'
import { ANALYST } from '../../../server/domain/audience.ts'
import type { IncidentContent } from '../../../server/domain/incident.ts'
import type { LayerContents } from '../../../server/domain/ports.ts'
import { createCheckService } from '../../../server/services/check/check-service.ts'
import type { CheckRequest } from '../../../server/services/check/request.ts'
import { createHotspotService } from '../../../server/services/hotspots.ts'
import { openComputePool } from '../../../server/snapshot/compute-pool.ts'
import { makeSnapshot } from '../../support/make-snapshot.ts'
import { at, EAST, inDegrees, incident, NORTH, rectangle, STOCKHOLM, TINY_LAND } from './tiny-city.ts'

const pool = openComputePool({ workers: 1, queueLimit: 100 })
afterAll(() => pool.close())

const unused = () => {
  throw new Error('A check on a snapshot that is held asks for no other.')
}
const { surfaceOn } = createHotspotService({ snapshots: { acquire: unused }, pool })
const service = createCheckService({
  snapshots: { acquire: unused },
  pool,
  surfaceOn,
  timezone: STOCKHOLM,
  demo: false,
})

const THEFT = 4
const VIOLENCE = 0
const YEAR = { fromMinute: at(2024, 1, 1, 0), toMinute: at(2025, 1, 1, 0) }
const SITE = rectangle(1000, 1000, 200, 250)

function check(
  rows: readonly Partial<IncidentContent>[],
  layers: Partial<LayerContents> = TINY_LAND,
  more: Partial<CheckRequest> = {},
) {
  const snapshot = makeSnapshot({ rows, layers: { ...TINY_LAND, ...layers } })
  return service.checkOn(
    snapshot,
    { geometry: inDegrees(SITE), ringMetres: null, edgeMetres: null, proposalId: null, ...YEAR, ...more },
    ANALYST,
  )
}
/** So that the year before counts as covered. */
const FIRST = incident(3900, 10, at(2022, 12, 1))

describe('the counts of a check', () => {
  it('puts every incident in its zone, its category, its group and its year', async () => {
    const { evidence } = await check([
      FIRST,
      incident(1100, 1100, at(2024, 3, 1)),
      incident(1100, 1100, at(2024, 3, 2), { categoryIndex: VIOLENCE }),
      incident(950, 1100, at(2024, 5, 1)),
      incident(1000, 1400, at(2024, 5, 1)),
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
    expect(of('property', 0).perHectare).toBeCloseTo(1 / 5, 3)
  })

  it('measures the zones in the plane and on land', async () => {
    const { evidence } = await check([FIRST], TINY_LAND, {
      geometry: inDegrees(rectangle(1000, 2800, 200, 200)),
    })
    const ring = (r: number) => 40_000 + 800 * r + Math.PI * r * r
    expect(evidence.zones[0]!.areaM2 / 40_000).toBeCloseTo(1, 3)
    expect(evidence.zones[1]!.areaM2 / (ring(100) - ring(0))).toBeCloseTo(1, 3)
    expect(evidence.zones[2]!.areaM2 / (ring(250) - ring(100))).toBeCloseTo(1, 3)
    const lake = 200 * 100 + (Math.PI * 100 * 100) / 2
    expect(evidence.zones[1]!.landM2 / (ring(100) - ring(0) - lake)).toBeCloseTo(1, 3)
  })

  it('compares two years exactly: 20 against 10 is 2, 95 % 0.89–4.78', async () => {
    const many = (size: number, year: number) =>
      Array.from({ length: size }, (_, k) => incident(1010 + k, 1100, at(year, 1 + (k % 12), 3 + k)))
    const { evidence } = await check([FIRST, ...many(20, 2024), ...many(10, 2023)])
    const theft = evidence.counts.find((c) => c.group === 'property' && c.zone === 0)!
    expect(theft).toMatchObject({ count: 20, yearEarlier: 10, ratio: 2, scaled: false })
    expect(theft.ratioInterval!.low).toBeCloseTo(0.89, 2)
    expect(theft.ratioInterval!.high).toBeCloseTo(4.78, 2)
    const finding = evidence.findings.find((f) => f.id === 'change-property-0')!
    expect(finding.sv).toBe(
      'Egendom: 20 anmälda händelser på ytan mot 10 samma tid året före (kvot 2,0; 95 % 0,89–4,8). För få för att avgöra.',
    )
    expect(finding.conclusive).toBe(false)
  })

  it('does not compare with a year that the sources do not cover', async () => {
    const { evidence } = await check([incident(1100, 1100, at(2024, 1, 1, 0))])
    const theft = evidence.counts.find((c) => c.group === 'property' && c.zone === 0)!
    expect([theft.yearEarlier, theft.ratio, theft.p]).toEqual([null, null, null])
    expect(evidence.findings.find((f) => f.id === 'change-property-0')!.sv).toContain('Kan inte jämföras')
  })

  it('says that none were recorded, not that nothing happened', async () => {
    const { evidence } = await check([FIRST])
    expect(evidence.findings.find((f) => f.id === 'change-people-0')!.en).toBe(
      'Violence and threats: none recorded on the site in these sources. That does not mean nothing happened.',
    )
  })
})

describe('the surroundings of a check', () => {
  it('names the district, and the share of the site in it', async () => {
    const { evidence } = await check([FIRST], TINY_LAND, {
      geometry: inDegrees(rectangle(1900, 1000, 400, 100)),
    })
    expect(evidence.touches.map((t) => [t.name, t.shareOfFootprint])).toEqual([
      ['Västra', expect.closeTo(0.25, 3)],
      ['Östra', expect.closeTo(0.75, 3)],
    ])
  })

  it('gives cameras by zone and the share of the site in their nominal views', async () => {
    const camera = (id: number, x: number, y: number, directionDegrees: number | null) => ({
      id,
      revision: 1,
      planar: { type: 'Point' as const, coordinates: [EAST + x, NORTH + y] },
      properties: {
        name: `Kamera ${id}`,
        operator: 'Staden',
        purpose: '',
        contact: null,
        directionDegrees,
        viewDegrees: 90,
        rangeMetres: 50,
        status: 'active' as const,
        hours: null,
        retentionDays: null,
        legalBasis: null,
        balancingReference: null,
        balancingSummary: null,
      },
    })
    const { evidence } = await check([FIRST], {
      cameras: [camera(1, 1100, 1125, null), camera(2, 900, 1100, 270)],
    })
    expect(evidence.cameras.cameras.map((c) => [c.id, c.zone])).toEqual([
      [1, 0],
      [2, 1],
    ])
    expect(evidence.cameras.shareInNominalViews).toBeCloseTo((Math.PI * 2500) / 50_000, 3)
  })

  it('holds the schedule of a guard zone against the incidents of known time', async () => {
    const zone = {
      id: 7,
      revision: 1,
      planar: rectangle(900, 900, 200, 1000),
      properties: {
        name: 'Stationen',
        permit: 'A1',
        purpose: '',
        validFrom: '2024-01-01',
        validTo: null,
        schedule: [{ weekdays: [5], startHour: 20, endHour: 2 }],
      },
    }
    const { evidence } = await check(
      [
        FIRST,
        incident(1100, 1100, at(2024, 3, 1, 21)),
        incident(1100, 1100, at(2024, 3, 2, 1)),
        incident(1100, 1100, at(2024, 3, 2, 3)),
        incident(1100, 1100, at(2024, 3, 1, 1)),
        incident(1100, 1100, at(2024, 3, 1, 1), { toMinute: at(2024, 3, 8, 1) }),
      ],
      { 'patrol-zones': [zone] },
    )
    expect(evidence.patrols).toEqual([
      {
        id: 'patrol-7',
        zoneId: 7,
        name: 'Stationen',
        shareOfFootprint: expect.closeTo(0.5, 3),
        shareInSchedule: 0.5,
        knownTime: 4,
      },
    ])
  })
})

describe('the answer of a check', () => {
  it('has the same bytes whenever it is asked for, and another hash for other data', async () => {
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
    expect(rank.matchedOn).toBe('residents')
    expect(rank.places).toBeGreaterThan(300)
    expect(rank.more).toBeLessThan(5)
    expect(evidence.cells.some((c) => c.group === 'property' && c.class === 'high2')).toBe(true)
    const shares = evidence.cells
      .filter((c) => c.group === 'people')
      .reduce((sum, c) => sum + c.shareOfFootprint, 0)
    expect(shares).toBeLessThanOrEqual(1.0001)
  })
})

describe('what a check refuses or repairs', () => {
  it('repairs a bow tie and says so', async () => {
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
    expect(evidence.zones[0]!.areaM2 / 5000).toBeCloseTo(1, 2)
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
  ])('refuses a footprint that is %s', async (_name, planar, rule) => {
    await expect(check([FIRST], TINY_LAND, { geometry: inDegrees(planar) })).rejects.toThrow(rule)
  })

  it('refuses rings out of order and an edge that is not on offer', async () => {
    await expect(check([FIRST], TINY_LAND, { ringMetres: [250, 100] })).rejects.toThrow('ascending')
    await expect(check([FIRST], TINY_LAND, { edgeMetres: 123 })).rejects.toThrow('one of 50, 100')
  })
})

describe('the words of findings', () => {
  const FORBIDDEN =
    /orsak|därför att|på grund av|ledde till|led to|because|caused|betyg|poäng|score|grade|no-go|säker plats|worse|sämre/i
  it('never speak of cause, score or grade', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const rows = Array.from({ length: seed * 40 }, (_, k) =>
        incident(
          900 + ((k * 37 * seed) % 400),
          900 + ((k * 53) % 500),
          at(2023 + (k % 2), 1 + (k % 12), 1 + ((k * seed) % 28), (k * seed) % 24),
          {
            categoryIndex: (k * seed) % 17,
          },
        ),
      )
      const { evidence } = await check([FIRST, ...rows])
      for (const { sv, en, evidence: rests } of evidence.findings) {
        expect(`${sv} ${en}`).not.toMatch(FORBIDDEN)
        expect(`${sv} ${en}`).not.toMatch(/NaN|undefined|null|Infinity/)
        expect(Array.isArray(rests)).toBe(true)
      }
    }
  })

  it('point at evidence that exists', async () => {
    const { evidence } = await check([FIRST, incident(1100, 1100, at(2024, 3, 1))])
    const ids = new Set(
      [
        ...evidence.counts,
        ...evidence.cells,
        ...evidence.ranks,
        ...evidence.profiles,
        ...evidence.patrols,
        ...evidence.touches,
        evidence.cameras,
      ].map((e) => e.id),
    )
    for (const finding of evidence.findings) for (const id of finding.evidence) expect(ids).toContain(id)
  })
})
