import { describe, expect, it } from 'vitest'
import { parseSurfaceQuery } from '../../server/hotspots/surface-query.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { ANALYST, type Audience, audienceOfRole } from '../../server/platform/access/audience.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { createZone, fromLocal } from '../../server/engine/time/zone.ts'
import type { EdgeMetres } from '../../server/engine/snapshot/query.ts'
import { makeSnapshot, PLAIN_ROW } from '../support/cities/make-snapshot.ts'
import { unitsOfCut, withCut } from '../support/serving/units-of-cut.ts'

const pool = sharedWorkers()

const ZONE = createZone('Europe/Stockholm')
const at = (month: number, day: number, hour = 12) => {
  const fromMinute = fromLocal(ZONE, 2024, month, day, hour)
  return { fromMinute, toMinute: fromMinute }
}
const [VANDALISM, THEFT, LITTER] = [6, 4, 14]
const [X, Y] = [PLAIN_ROW.xCm / 100, PLAIN_ROW.yCm / 100]
const ring = (half: number) =>
  [
    [-half, -half],
    [half, -half],
    [half, half],
    [-half, half],
    [-half, -half],
  ].map(([dx, dy]) => [X + dx!, Y + dy!])
const study = {
  id: 1,
  revision: 1,
  planar: { type: 'Polygon' as const, coordinates: [ring(1200)] },
  properties: {
    kind: 'study' as const,
    name: 'The city',
    validFrom: null,
    validTo: null,
    residents: null,
    visitors: null,
    exposureSource: null,
    derived: false,
  },
}
const city = makeSnapshot({
  rows: [
    ...Array.from({ length: 30 }, () => ({ categoryIndex: VANDALISM, ...at(3, 5, 23) })),
    ...Array.from({ length: 7 }, () => ({ categoryIndex: VANDALISM, ...at(4, 9) })),
    { categoryIndex: VANDALISM, ...at(4, 10), flags: 1 },
    { categoryIndex: THEFT, ...at(3, 6), settingCode: 0 },
    { categoryIndex: LITTER, ...at(3, 6) },
    { categoryIndex: VANDALISM, fromMinute: at(3, 7, 0).fromMinute, toMinute: at(3, 8, 0).fromMinute },
    { categoryIndex: VANDALISM, ...at(3, 8), xCm: PLAIN_ROW.xCm + 500_000 },
  ],
  layers: { areas: [study] },
})
const CUT_AT_MS = Date.UTC(2025, 4, 20, 10)
const service = createHotspotService({
  snapshots: { acquire: () => ({ snapshot: withCut(city, city, CUT_AT_MS), release: () => {} }) },
  pool,
  units: unitsOfCut(city, pool),
})

async function request(
  search: string,
  who: Audience = audienceOfRole('planner'),
  format: 'geojson' | 'csv' = 'geojson',
) {
  const params = Object.fromEntries(new URLSearchParams(search))
  const { edgeMetres, ...query } = parseSurfaceQuery(params, { timezone: ZONE.name, zone: ZONE })
  const surface = { ...query, edgeMetres: edgeMetres as EdgeMetres }
  const crop = { bbox: null, withinAreaId: null, empty: false }
  return Buffer.from(await service.present(who, surface, { ...crop, format })).toString()
}
const responseOf = async (search: string, who?: Audience) => JSON.parse(await request(search, who))

describe('a planner’s surface', () => {
  it('counts open incidents in the months that a period touches, with a notice', async () => {
    const { analysis, features } = await responseOf('cell=50&group=property&from=2024-03-05&to=2024-03-06')
    expect(analysis).toMatchObject({
      snapshotVersion: expect.stringMatching(/^[0-9a-f]{32}$/),
      incidents: 31,
      outside: null,
      units: { cell: 50, step: 'month', cutAt: '2025-05-20T10:00:00.000Z', withoutSetting: [] },
      query: { from: '2024-03-01T00:00+01:00', to: '2024-04-01T00:00+02:00', cell: 50 },
      notices: [
        {
          sv: 'Hela kalendermånader som har avslutats räknas: 2024-03-01 till och med 2024-03-31.',
          en: 'Whole calendar months that have ended are counted: 2024-03-01 through 2024-03-31.',
        },
      ],
    })
    expect(features).toHaveLength(1)
    expect(features[0].properties).toMatchObject({ count: 31, sum: 31, dominance: null })
  })

  it('has no notice of a period of whole months, nor of one without borders', async () => {
    const notices = async (search: string) => (await responseOf(search)).analysis.notices
    expect(await notices('group=property&from=2024-03-01&to=2024-05-01')).toEqual([])
    expect(await notices('group=property')).toEqual([])
    expect((await responseOf('group=property')).analysis.query).toMatchObject({
      from: null,
      to: '2025-05-01T00:00+02:00',
    })
  })

  it('differs only in its notice for two periods widened to the same months', async () => {
    const [days, month] = [
      await responseOf('group=property&from=2024-03-05&to=2024-03-06'),
      await responseOf('group=property&from=2024-03-01&to=2024-04-01'),
    ]
    expect({ ...days, analysis: { ...days.analysis, notices: [] } }).toEqual(month)
  })

  it('gives a part of the day of a year in cells of 200 m, and the number of unknown hour', async () => {
    const { analysis } = await responseOf('cell=200&group=property&hours=22-6&from=2024-03-01&to=2024-04-01')
    expect(analysis).toMatchObject({
      incidents: 30,
      timeUnknown: 1,
      units: { cell: 200, step: 'year' },
      query: { from: '2024-01-01T00:00+01:00', to: '2025-01-01T00:00+01:00', time: 'aoristic' },
    })
    expect(analysis.notices[0].en).toContain('calendar years')
  })

  it('has the same other figures as the counted rows', async () => {
    const whole = 'cell=200&category=litter&from=2024-01-01&to=2025-01-01'
    const [units, rows] = [await responseOf(whole), await responseOf(whole, ANALYST)]
    expect(rows.features[0].properties.dominance).toBe(1)
    for (const { properties } of rows.features) properties.dominance = null
    expect(units.features).toEqual(rows.features)
    expect(rows.analysis.units).toBeNull()
  })

  it('leaves the column of positions empty in CSV', async () => {
    const [head, row] = (await request('cell=50&group=property', undefined, 'csv')).split('\r\n')
    const column = head!.split(',').indexOf('dominance')
    expect(row!.split(',')[column]).toBe('')
    const [, known] = (await request('cell=50&group=property', ANALYST, 'csv')).split('\r\n')
    expect(Number(known!.split(',')[column])).toBeGreaterThan(0)
  })

  it('is refused with a reason where no step of the period has closed', async () => {
    await expect(request('group=property&from=2025-05-01&to=2025-05-20')).rejects.toMatchObject({
      code: 'unprocessable',
      message: expect.stringContaining('ends before 2025-05-01'),
    })
  })
})
