import type { Polygon } from 'geojson'
import { afterAll, describe, expect, it } from 'vitest'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import type { Snapshot } from '../../server/engine/snapshot/types.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { createCityMapService } from '../../server/map-tiles/index.ts'
import { ANALYST, audienceOfRole } from '../../server/platform/access/audience.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { makeSnapshot, sourcesOf, PLAIN_ROW } from '../support/cities/make-snapshot.ts'
import { MIDDLE, tileCity } from '../support/cities/tile-city.ts'
import { tileServiceOf } from '../support/serving/tile-service.ts'

const pool = openComputePool({ workers: 1, queueLimit: 20 })
afterAll(() => pool.close())

const STUDY_HALF = 3000
const NOW_MS = Date.UTC(2026, 10, 29)
const city = tileCity(3, 300)
const { toWgs84 } = createProjection(3006)
const AREA_OF_3006 = [10, 55, 24, 69] as const

/** A context with one feature that spans the world. */
const worldwide = {
  id: 1,
  revision: 1,
  kind: 'land' as const,
  name: 'Världen',
  rank: 1,
  planar: {
    type: 'Polygon',
    coordinates: [
      [
        [-4_000_000, -4_000_000],
        [5_000_000, -4_000_000],
        [5_000_000, 9_000_000],
        [-4_000_000, 9_000_000],
        [-4_000_000, -4_000_000],
      ],
    ],
  } satisfies Polygon,
}

function mapOf(snapshot: Snapshot, demo = false) {
  const { tiles, hotspots, snapshots } = tileServiceOf(snapshot, pool)
  const zone = createZone(snapshot.timezone)
  const clock = { nowMs: () => NOW_MS }
  return {
    tiles,
    cityMap: createCityMapService({ snapshots, hotspots, tiles, zone, clock, demo, hasBaseMap: false }),
  }
}

/** Bounds to three decimals: a hundred metres. */
const coarse = (bounds: readonly number[]) => bounds.map((degrees) => Number(degrees.toFixed(3)))

function squareBounds(half: number) {
  const corners = [-half, half].flatMap((dx) =>
    [-half, half].map((dy) => toWgs84(MIDDLE.x + dx, MIDDLE.y + dy)),
  )
  const [lons, lats] = [corners.map(([lon]) => lon), corners.map(([, lat]) => lat)]
  return coarse([Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)])
}

const EVERYBODY = ['partner', 'planner', 'coordinator', 'analyst', 'admin'] as const

describe('the map', () => {
  it('opens on the study area for everybody, though the context spans the world', async () => {
    const layers = { ...city.layers, context: [worldwide] }
    const { cityMap, tiles } = mapOf(makeSnapshot({ rows: city.rows, layers }))
    for (const role of EVERYBODY) {
      const who = audienceOfRole(role)
      expect(coarse((await cityMap.describe(who)).bounds)).toEqual(squareBounds(STUDY_HALF))
      const { bounds } = await tiles.tileJson('context', '', 'http://host', who)
      expect(coarse(bounds)).toEqual(squareBounds(STUDY_HALF))
    }
  })

  it('opens on the districts where no study area is given', async () => {
    const areas = city.layers.areas!.filter(({ properties }) => properties.kind === 'district')
    const { cityMap } = mapOf(makeSnapshot({ rows: [], layers: { areas, context: [worldwide] } }))
    for (const role of EVERYBODY) {
      const [west, south, east, north] = (await cityMap.describe(audienceOfRole(role))).bounds
      // Borders of the districts are ragged: up to 20 m beyond the square.
      const round = squareBounds(STUDY_HALF)
      const error = [west, south, east, north].map((side, k) => Math.abs(side - round[k]!))
      expect(Math.max(...error)).toBeLessThan(0.01)
    }
  })

  it('opens on the disclosed incidents where there are no areas', async () => {
    const rows = [0, 100, 200].map((metres) => ({ xCm: PLAIN_ROW.xCm + metres * 100 }))
    const { cityMap } = mapOf(makeSnapshot({ rows, layers: { context: [worldwide] } }))
    const [west, south, east, north] = (await cityMap.describe(ANALYST)).bounds
    expect(west < 18.06 && 18.065 < east && south < 59.33 && 59.33 < north).toBe(true)
    expect(east - west).toBeLessThan(0.2)
    for (const role of ['partner', 'admin'] as const)
      expect(coarse((await cityMap.describe(audienceOfRole(role))).bounds).map(Math.round)).toEqual([
        ...AREA_OF_3006,
      ])
  })

  it('opens on the area of use of the coordinate system while the city is empty', async () => {
    const { cityMap, tiles } = mapOf(makeSnapshot({ rows: [] }))
    const { bounds } = await cityMap.describe(ANALYST)
    expect(bounds.map(Math.round)).toEqual([...AREA_OF_3006])
    const cameras = await tiles.tileJson('cameras', '', 'http://host', ANALYST)
    expect(cameras.bounds.map(Math.round)).toEqual([...AREA_OF_3006])
  })
})

describe('the last day with incidents', () => {
  const at = (instant: string) => ({
    fromMinute: Date.parse(instant) / 60_000,
    toMinute: Date.parse(instant) / 60_000,
  })
  const rows = [at('2024-01-10T12:00:00Z'), at('2026-03-09T23:30:00Z')]

  it('is the local day of the last incident for those who see rows, the last of its month for planners', async () => {
    const { cityMap } = mapOf(makeSnapshot({ rows, layers: { areas: city.layers.areas! } }))
    const through = async (role: (typeof EVERYBODY)[number]) =>
      (await cityMap.describe(audienceOfRole(role))).incidentsThrough
    expect(await Promise.all(EVERYBODY.map(through))).toEqual([
      null,
      '2026-03-31',
      '2026-03-31',
      '2026-03-10',
      null,
    ])
  })

  it('does not change for planners by undisclosed incidents', async () => {
    const sources = [
      ...sourcesOf([PLAIN_ROW]),
      { ...sourcesOf([PLAIN_ROW])[0]!, id: 'closed', ordinal: 2, audiences: ['analyst' as const] },
    ]
    const more = [
      { ...at('2026-06-01T12:00:00Z'), sourceId: 'closed' },
      { ...at('2026-07-01T12:00:00Z'), flags: 1 },
      { ...at('2026-08-01T12:00:00Z'), settingCode: 3 },
    ]
    const { cityMap } = mapOf(
      makeSnapshot({ rows: [...rows, ...more], layers: { areas: city.layers.areas!, sources } }),
    )
    expect((await cityMap.describe(audienceOfRole('planner'))).incidentsThrough).toBe('2026-03-31')
    expect((await cityMap.describe(ANALYST)).incidentsThrough).toBe('2026-08-01')
  })

  it('is today where a row is dated in the future', async () => {
    const { cityMap } = mapOf(makeSnapshot({ rows: [...rows, at('2062-03-01T12:00:00Z')] }))
    expect((await cityMap.describe(ANALYST)).incidentsThrough).toBe('2026-11-29')
  })
})

describe('the list of missing layers', () => {
  it('is shown, in order, only to those who may add them', async () => {
    const { cityMap } = mapOf(makeSnapshot(city))
    const missing = async (role: (typeof EVERYBODY)[number]) =>
      (await cityMap.describe(audienceOfRole(role))).missing
    expect(await missing('analyst')).toEqual(['base-map', 'water', 'base-areas'])
    expect(await missing('admin')).toEqual(['base-map', 'water', 'base-areas'])
    expect(await missing('planner')).toEqual([])
    expect(await missing('partner')).toEqual([])
  })

  it('is complete for an empty city, and empty in the demo', async () => {
    const empty = makeSnapshot({ rows: [] })
    expect((await mapOf(empty).cityMap.describe(ANALYST)).missing).toEqual([
      'base-map',
      'study-area',
      'water',
      'districts',
      'base-areas',
      'incidents',
    ])
    expect((await mapOf(empty, true).cityMap.describe(ANALYST)).missing).toEqual([])
  })
})
