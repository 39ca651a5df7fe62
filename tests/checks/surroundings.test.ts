import { afterAll, describe, expect, it } from 'vitest'
import { FIRST, openTinyCheck } from './tiny-check.ts'
import { at, EAST, inDegrees, incident, NORTH, rectangle, TINY_LAND } from './tiny-city.ts'

const { check, close } = openTinyCheck()
afterAll(close)

function camera(id: number, x: number, y: number, directionDegrees: number | null, viewDegrees = 90) {
  return {
    id,
    revision: 1,
    planar: { type: 'Point' as const, coordinates: [EAST + x, NORTH + y] },
    properties: {
      name: `Kamera ${id}`,
      operator: 'Staden',
      purpose: '',
      contact: null,
      directionDegrees,
      viewDegrees,
      rangeMetres: 50,
      status: 'active' as const,
      hours: null,
      retentionDays: null,
      legalBasis: null,
      balancingReference: null,
      balancingSummary: null,
    },
  }
}

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

  it('names the proposals that the site overlaps, but not the one whose outline it is', async () => {
    const proposal = (id: number, title: string, width: number) => ({
      id,
      revision: 1,
      planar: rectangle(1000, 1000, width, 250),
      properties: { title, description: null, caseNumber: null },
      createdBy: null,
    })
    const proposals = [
      proposal(1, 'Kvarteret', 200),
      proposal(2, 'Grannkvarteret', 100),
      proposal(3, 'Stadsdelen', 400),
    ]
    const namedFor = async (proposalId: number | null) => {
      const { evidence } = await check([FIRST], { proposals }, { proposalId })
      return evidence.touches.filter(({ layer }) => layer === 'proposals').map(({ name }) => name)
    }
    expect(await namedFor(null)).toEqual(['Grannkvarteret', 'Stadsdelen'])
    expect(await namedFor(1)).toEqual(['Grannkvarteret', 'Stadsdelen'])
    expect(await namedFor(2)).toEqual(['Kvarteret', 'Stadsdelen'])
  })

  it('gives cameras by zone and the share of the site in their nominal views', async () => {
    const { evidence } = await check([FIRST], {
      cameras: [camera(1, 1100, 1125, null), camera(2, 900, 1100, 270)],
    })
    expect(evidence.cameras.cameras.map((c) => [c.id, c.zone])).toEqual([
      [1, 0],
      [2, 1],
    ])
    expect(evidence.cameras.shareInNominalViews).toBeCloseTo((Math.PI * 2500) / 50_000, 3)
  })

  it('takes a bearing from true north, which lies 2.6° west of grid north here', async () => {
    const lane = inDegrees(rectangle(1000, 1000, 2, 50))
    const seen = async (direction: number) => {
      const cameras = [camera(1, 1001, 1000, direction, 2)]
      return (await check([FIRST], { cameras }, { geometry: lane })).evidence.cameras.shareInNominalViews
    }
    const sector = (Math.PI * 50 * 50 * 2) / 360
    expect(await seen(2.64)).toBeCloseTo(sector / 100, 2)
    expect(await seen(0)).toBeLessThan((0.7 * sector) / 100)
  })

  it('compares the schedule of a guard zone with the incidents of known time', async () => {
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
        incident(3900, 20, at(2024, 12, 31)),
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
        // Two on a Saturday night, one by week and one on a Friday: of a night of eight hours on weekdays or weekends.
        shareInSchedule: expect.closeTo(0.0875, 6),
        knownTime: 4,
      },
    ])
  })
})
