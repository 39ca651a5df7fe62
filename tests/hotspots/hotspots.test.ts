import { describe, expect, it } from 'vitest'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { permitSurface } from '../../server/hotspots/permit.ts'
import type { SurfaceQuery } from '../../server/engine/snapshot/query.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import type { Snapshot } from '../../server/engine/snapshot/types.ts'
import { makeSnapshot, PLAIN_ROW } from '../support/cities/make-snapshot.ts'

const pool = sharedWorkers()

const QUERY: SurfaceQuery = {
  edgeMetres: 200,
  filter: {
    categories: [4, 5],
    categoriesLabel: 'category:theft,burglary',
    fromMinute: null,
    toMinute: null,
    hours: null,
    weekdays: null,
    precisionMask: 3,
    flags: 0,
    sources: null,
  },
  time: 'from',
  exposure: 'area',
}
const permitted = permitSurface(ANALYST, QUERY, null, [])

function storeOf(snapshot: Snapshot) {
  const leases = { open: 0, taken: 0 }
  return {
    leases,
    acquire() {
      leases.open++
      leases.taken++
      return { snapshot, release: () => leases.open-- }
    },
  }
}

const SQUARE = squareAround(674_350, 6_581_090, 1500)

function squareAround(x: number, y: number, half: number) {
  return [
    [x - half, y - half],
    [x + half, y - half],
    [x + half, y + half],
    [x - half, y + half],
    [x - half, y - half],
  ]
}

const area = (kind: 'study' | 'place', ring: number[][], id: number) => ({
  id,
  revision: 1,
  planar: { type: 'Polygon' as const, coordinates: [ring] },
  properties: {
    kind,
    name: kind,
    validFrom: null,
    validTo: null,
    residents: null,
    visitors: null,
    exposureSource: null,
    derived: false,
  },
})

const city = makeSnapshot({
  rows: [
    ...Array.from({ length: 40 }, (_, k) => ({ xCm: 67_435_080 + (k % 4), categoryIndex: 4 })),
    { xCm: 67_500_000, categoryIndex: 5 },
    { xCm: 67_500_000, categoryIndex: 9 },
    { xCm: 69_000_000, categoryIndex: 4, weight: 3 },
  ],
  layers: { areas: [area('study', SQUARE, 1), area('place', squareAround(674_350, 6_581_090, 50), 2)] },
})

describe('the hotspot service', () => {
  it('gives a surface over every cell of the study area, empty ones included', async () => {
    const store = storeOf(city)
    const service = createHotspotService({ snapshots: store, pool })
    const surface = await service.surface(permitted)
    const population = await service.population(200)
    expect(surface.totals).toMatchObject({
      incidents: 41,
      outside: 3,
      timeUnknown: 0,
      cells: population.cells,
    })
    expect(surface.cells.length).toBe(population.cells)
    expect(surface.snapshotVersion).toBe(city.version)
    expect(store.leases.open).toBe(0)
  })

  it('computes equal queries in flight once and caches them', async () => {
    let runs = 0
    const counting = { run: ((url, ...rest) => (runs++, pool.run(url, ...rest))) as typeof pool.run }
    const service = createHotspotService({ snapshots: storeOf(city), pool: counting })
    const [one, two] = await Promise.all([service.surface(permitted), service.surface({ ...permitted })])
    expect(one).toBe(two)
    expect(await service.surface(permitted)).toBe(one)
    expect(runs).toBe(2)
  })

  it('encodes a surface where it was computed, and another format without recomputing it', async () => {
    const tasks: string[] = []
    const run: typeof pool.run = (url, ...rest) => {
      tasks.push(url.pathname.split('/').at(-1)!)
      return pool.run(url, ...rest)
    }
    const service = createHotspotService({ snapshots: storeOf(city), pool: { run } })
    const crop = { bbox: null, withinAreaId: null, empty: true }
    const csv = await service.present(ANALYST, QUERY, { ...crop, format: 'csv' })
    await service.present(ANALYST, QUERY, { ...crop, format: 'geojson' })
    expect(tasks).toEqual(['population-task.ts', 'encoded-surface-task.ts', 'present-task.ts'])
    const other = createHotspotService({ snapshots: storeOf(city), pool })
    await other.surface(permitted)
    expect(await other.present(ANALYST, QUERY, { ...crop, format: 'csv' })).toEqual(csv)
  })

  it('keeps the snapshot until the worker has finished, also after an abort', async () => {
    const store = storeOf(city)
    const service = createHotspotService({ snapshots: store, pool })
    const controller = new AbortController()
    const waiting = service.surface(permitted, { signal: controller.signal })
    controller.abort(new Error('gone'))
    await expect(waiting).rejects.toThrow('gone')
    expect(store.leases.open).toBe(1)
    await service.surface(permitted)
    // The other worker may have been the quicker one.
    await expect.poll(() => store.leases.open).toBe(0)
  })

  it('gives GeoJSON that states query, version and method', async () => {
    const service = createHotspotService({ snapshots: storeOf(city), pool })
    const bytes = await service.present(ANALYST, permitted, {
      format: 'geojson',
      bbox: null,
      withinAreaId: null,
      empty: false,
    })
    const collection = JSON.parse(Buffer.from(bytes).toString())
    expect(collection.features).toHaveLength(2)
    expect(collection.analysis).toMatchObject({
      snapshotVersion: city.version,
      incidents: 41,
      outside: 3,
      query: { cell: 200, category: ['theft', 'burglary'], time: 'from' },
    })
    const [first] = collection.features
    expect(Object.keys(first.properties).join()).toBe(
      'i,j,count,sum,expected,ratio,low,high,p,q,class,dominance,z,pNormal',
    )
    expect(first.properties).toMatchObject({ count: 40, sum: 40, class: 'high4', dominance: 0.25 })
    const ring = first.geometry.coordinates[0]
    expect(ring).toHaveLength(7)
    expect(ring[0]).toEqual(ring[6])
    expect(turning(ring)).toBeGreaterThan(0)
  })

  it('crops the response and never the statistic', async () => {
    const service = createHotspotService({ snapshots: storeOf(city), pool })
    const whole = await read(service, { withinAreaId: null, empty: true })
    const cropped = await read(service, { withinAreaId: 2, empty: true })
    expect(cropped.features.length).toBeGreaterThan(0)
    expect(cropped.features.length).toBeLessThan(whole.features.length)
    expect(whole.features).toEqual(expect.arrayContaining(cropped.features))
    expect(cropped.analysis.cells).toBe(whole.analysis.cells)
  })

  it('refuses an area that does not exist', async () => {
    const service = createHotspotService({ snapshots: storeOf(city), pool })
    await expect(read(service, { withinAreaId: 99, empty: true })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('gives CSV with one line a cell', async () => {
    const service = createHotspotService({ snapshots: storeOf(city), pool })
    const bytes = await service.present(ANALYST, permitted, {
      format: 'csv',
      bbox: null,
      withinAreaId: null,
      empty: false,
    })
    const lines = Buffer.from(bytes).toString().trimEnd().split('\r\n')
    expect(lines[0]).toBe('i,j,count,sum,expected,ratio,low,high,p,q,class,dominance,z,pNormal,lon,lat')
    expect(lines).toHaveLength(3)
  })

  it('crops by an area’s current outline, though swapped outlines leave the version unchanged', async () => {
    const ring = (half: number) => squareAround(674_350, 6_581_090, half)
    const cityOf = (revision: number, halves: readonly [number, number]) => {
      const places = halves.map((half, k) => ({ ...area('place', ring(half), 2 + k), revision }))
      return makeSnapshot({ rows: [{}, {}], layers: { areas: [area('study', SQUARE, 1), ...places] } })
    }
    const [before, after] = [cityOf(1, [50, 800]), cityOf(2, [800, 50])]
    let snapshot = before
    const service = createHotspotService({ snapshots: { acquire: () => ({ snapshot, release() {} }) }, pool })
    const cells = async () => (await read(service, { withinAreaId: 2, empty: true })).features.length
    const few = await cells()
    snapshot = after
    expect(after.version).toBe(before.version)
    expect(await cells()).toBeGreaterThan(few)
  })

  it('derives a study area for a snapshot without one, and states it', async () => {
    const bare = makeSnapshot({ rows: [{}, { xCm: PLAIN_ROW.xCm + 9_000 }] })
    const service = createHotspotService({ snapshots: storeOf(bare), pool })
    const surface = await service.surface({ ...permitted, edgeMetres: 400 })
    expect(surface.derivedStudyArea).toBe(true)
    expect(surface.cells.length).toBe(7)
  })

  it('gives an empty surface for an empty city', async () => {
    const service = createHotspotService({ snapshots: storeOf(makeSnapshot({ rows: [] })), pool })
    const surface = await service.surface(permitted)
    expect(surface.cells.length).toBe(0)
    expect(surface.totals.incidents).toBe(0)
  })
})

async function read(
  service: ReturnType<typeof createHotspotService>,
  crop: { withinAreaId: number | null; empty: boolean },
) {
  const bytes = await service.present(ANALYST, permitted, { format: 'geojson', bbox: null, ...crop })
  return JSON.parse(Buffer.from(bytes).toString())
}

/** Twice the signed area of a ring, positive when it goes anticlockwise. */
function turning(ring: number[][]): number {
  return ring.slice(1).reduce((sum, [x, y], k) => sum + (ring[k]![0]! * y! - x! * ring[k]![1]!), 0)
}
