import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { ANALYST, type Audience } from '../../server/platform/access/audience.ts'
import { createZone } from '../../server/engine/time/zone.ts'
import { createIncidentRenderer } from '../../server/map-tiles/draw-incidents.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { TILE_LAYER, TILE_LAYERS, type TileLayerId } from '../../tiles/schema.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { mvtProblems } from '../support/mvt/mvt-validator.ts'
import { MIDDLE, tileCity } from '../support/cities/tile-city.ts'
import { tileServiceOf } from '../support/serving/tile-service.ts'
import { parseIncidentFilter } from '../../server/platform/http/fields/incident-filter.ts'

const zone = createZone('Europe/Stockholm')
const pool = sharedWorkers()

const city = tileCity(7)
const snapshot = makeSnapshot(city)
const { tiles, snapshots } = tileServiceOf(snapshot, pool)

const SEARCH = { surface: 'cell=auto&group=people', incidents: 'group=all', none: '' } as const
const searchOf = (layer: TileLayerId) => SEARCH[TILE_LAYER[layer].query]

/** The tile that holds a place. */
function tileAt(z: number, lon = MIDDLE.lon, lat = MIDDLE.lat) {
  const sine = Math.sin((lat * Math.PI) / 180)
  const x = Math.floor((lon / 360 + 0.5) * 2 ** z)
  const y = Math.floor((0.5 - Math.atanh(sine) / (2 * Math.PI)) * 2 ** z)
  return { z, x, y }
}

async function bytesOf(layer: TileLayerId, z: number, search: string = searchOf(layer), service = tiles) {
  const tile = await service.tile({ layer, search, ...tileAt(z) }, ANALYST)
  return (await tile.variant('identity')).bytes
}

const decode = (bytes: Uint8Array) => new VectorTile(new PbfReader(bytes))

describe('every layer at every zoom', () => {
  for (const layer of TILE_LAYERS) {
    it(`serves valid tiles of ${layer}, in its middle and around`, async () => {
      let served = 0
      for (let z = TILE_LAYER[layer].minZoom; z <= 22; z++) {
        const { x, y } = tileAt(z)
        for (const [dx, dy] of z < 3
          ? [[0, 0] as const]
          : ([
              [0, 0],
              [1, 0],
              [0, -1],
            ] as const)) {
          const tile = await tiles.tile({ layer, search: searchOf(layer), z, x: x + dx, y: y + dy }, ANALYST)
          const { bytes } = await tile.variant('identity')
          expect(mvtProblems(bytes)).toEqual([])
          if (!tile.empty) served++
        }
      }
      expect(served).toBeGreaterThan(5)
    })
  }

  it('has in its tiles only the layers and attributes of the contract, with their types', async () => {
    for (const layer of TILE_LAYERS) {
      const contract = new Map(TILE_LAYER[layer].vectorLayers.map((part) => [part.id, part]))
      for (const [name, part] of Object.entries(decode(await bytesOf(layer, 14)).layers)) {
        const fields = new Map(contract.get(name)!.fields.map((field) => [field.name, field.type]))
        for (let at = 0; at < part.length; at++) {
          for (const [key, value] of Object.entries(part.feature(at).properties)) {
            const type = fields.get(key)!.replace('integer', 'number')
            expect(`${name}.${key}: ${typeof value}`).toBe(`${name}.${key}: ${type}`)
          }
        }
      }
    }
  })
})

describe('equal data', () => {
  it('give equal bytes in whatever order the database returns them', async () => {
    const reversed = makeSnapshot({
      rows: city.rows,
      layers: Object.fromEntries(
        Object.entries(city.layers).map(([kind, layer]) => [
          kind,
          Array.isArray(layer) ? [...layer].reverse() : layer,
        ]),
      ),
    })
    const other = tileServiceOf(reversed, pool).tiles
    for (const layer of TILE_LAYERS)
      for (const z of [9, 12, 14, 17])
        expect(Buffer.compare(await bytesOf(layer, z), await bytesOf(layer, z, searchOf(layer), other))).toBe(
          0,
        )
  })
})

describe('hotspots', () => {
  it('have their edge in the tile and coarsen it with the zoom, never below 6 px', async () => {
    for (const z of [8, 9, 10, 11, 12, 14]) {
      const tile = decode(await bytesOf('hotspots', z))
      const { edge } = tile.layers.hotspots!.feature(0).properties
      expect([100, 200, 400, 800]).toContain(edge)
      // The tallest cell: those at the edge of the tile are cut.
      let tallest = 0
      for (let at = 0; at < tile.layers.hotspots!.length; at++) {
        const [, top, , bottom] = tile.layers.hotspots!.feature(at).bbox()
        tallest = Math.max(tallest, (bottom! - top!) / 8)
      }
      expect(tallest).toBeGreaterThanOrEqual(6)
    }
  })

  it('keep an explicit edge, and refuse a zoom at which nothing could be drawn', async () => {
    const tile = decode(await bytesOf('hotspots', 13, 'cell=50&group=people'))
    expect(tile.layers.hotspots!.feature(0).properties.edge).toBe(50)
    await expect(bytesOf('hotspots', 8, 'cell=50&group=people')).rejects.toMatchObject({
      code: 'invalid-parameter',
      problems: [{ field: 'z' }],
    })
  })

  it('give neighbouring cells identical corners', async () => {
    const { hotspots } = decode(await bytesOf('hotspots', 14)).layers
    const uses = new Map<string, number>()
    for (let at = 0; at < hotspots!.length; at++)
      for (const ring of hotspots!.feature(at).loadGeometry())
        for (const { x, y } of ring.slice(1))
          if (x > 0 && x < 4096 && y > 0 && y < 4096) uses.set(`${x} ${y}`, (uses.get(`${x} ${y}`) ?? 0) + 1)
    expect(uses.size).toBeGreaterThan(100)
    expect(new Set(uses.values())).toEqual(new Set([3]))
  })

  it('have the same figures as the surface', async () => {
    const { hotspots } = decode(await bytesOf('hotspots', 12, 'cell=200&group=property')).layers
    let incidents = 0
    for (let at = 0; at < hotspots!.length; at++) {
      const { count, ratio, low, high } = hotspots!.feature(at).properties as Record<string, number>
      incidents += count!
      if (ratio !== undefined) expect(low! <= ratio && ratio <= (high ?? Infinity)).toBe(true)
    }
    expect(incidents).toBeGreaterThan(100)
  })
})

describe('incidents', () => {
  it('are never drawn when located coarser than a street', async () => {
    const { incidents } = decode(await bytesOf('incidents', 12)).layers
    const seen = new Set<unknown>()
    for (let at = 0; at < incidents!.length; at++) seen.add(incidents!.feature(at).properties.precision)
    expect(seen).toEqual(new Set(['address', 'street']))
  })

  it('are each in exactly one tile, apart from buffers', async () => {
    const z = 15
    const { x, y } = tileAt(z)
    const ids: number[] = []
    for (let dx = -8; dx <= 8; dx++)
      for (let dy = -8; dy <= 8; dy++) {
        const tile = await tiles.tile(
          { layer: 'incidents', search: 'group=all', z, x: x + dx, y: y + dy },
          ANALYST,
        )
        const { incidents } = decode((await tile.variant('identity')).bytes).layers
        for (let at = 0; at < (incidents?.length ?? 0); at++) {
          const feature = incidents!.feature(at)
          const point = feature.loadGeometry()[0]![0]!
          if (point.x >= 0 && point.x < 4096 && point.y >= 0 && point.y < 4096) ids.push(feature.id!)
        }
      }
    const placed = city.rows.filter(({ precisionCode }) => precisionCode! < 2).length
    expect(ids.length).toBe(placed)
    expect(new Set(ids).size).toBe(placed)
  })

  it('give the same tile when drawn on a worker', async () => {
    const filter = parseIncidentFilter({ group: 'all' }, { timezone: zone.name, zone })
    const here = createIncidentRenderer({ pool: null, zone })
    const there = createIncidentRenderer({ pool, zone, maxRowsInProcess: 0 })
    const bytes = await here.draw(snapshot, tileAt(10), filter)
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(Buffer.compare(bytes, await there.draw(snapshot, tileAt(10), filter))).toBe(0)
  })
})

describe('the service', () => {
  it('refuses what does not exist, is not open or is not a tile', async () => {
    const planner: Audience = { role: 'planner', cacheKey: 'planner', placeIds: [] }
    const request = (layer: string, z: number, x: number, search = '', audience = ANALYST) =>
      tiles.tile({ layer, z, x, y: 0, search }, audience)
    await expect(request('nothing', 0, 0)).rejects.toMatchObject({ code: 'not-found' })
    await expect(request('incidents', 0, 0, 'group=all', planner)).rejects.toMatchObject({
      code: 'not-found',
      message: 'There is no layer with id incidents.',
    })
    await expect(
      request('hotspots', 15, 0, 'cell=100&group=people&hours=22-6', planner),
    ).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(request('areas', 23, 0)).rejects.toMatchObject({ problems: [{ field: 'z' }] })
    await expect(request('areas', 2, 4)).rejects.toMatchObject({ problems: [{ field: 'x' }] })
    await expect(request('areas', 2, 0, 'group=all')).rejects.toMatchObject({
      problems: [{ field: 'group' }],
    })
    await expect(request('incidents', 2, 0, 'group=no')).rejects.toMatchObject({ code: 'invalid-parameter' })
    await expect(request('hotspots', 12, 0, 'group=people&zoom=3')).rejects.toMatchObject({
      problems: [{ field: 'zoom' }],
    })
  })

  it('releases every lease', () => expect(snapshots.open()).toBe(0))

  it('serves a cached URL until the data change', async () => {
    const { tiles: service, snapshots: store } = tileServiceOf(snapshot, pool)
    const url = '/tiles/cameras/14/1/2.mvt'
    const tile = await service.tile({ layer: 'cameras', search: '', ...tileAt(14), url }, ANALYST)
    expect(service.warm(url, ANALYST)).toBe(tile)
    expect(service.warm(url, { role: 'analyst', cacheKey: 'another', placeIds: [] })).toBeUndefined()
    store.replace(makeSnapshot({ ...city, rows: city.rows.slice(1) }))
    expect(service.warm(url, ANALYST)).toBeUndefined()
    expect(await service.tile({ layer: 'cameras', search: '', ...tileAt(14), url }, ANALYST)).toBe(tile)
  })

  it('serves no cached URL once the context has changed, though the version is the same', async () => {
    const { tiles: service, snapshots: store } = tileServiceOf(snapshot, pool)
    const url = '/tiles/context/14/1/2.mvt'
    const request = () => service.tile({ layer: 'context', search: '', ...tileAt(14), url }, ANALYST)
    expect((await request()).empty).toBe(false)
    const bare = makeSnapshot({ ...city, layers: { ...city.layers, context: [] } })
    expect(bare.version).toBe(snapshot.version)
    store.replace(bare)
    expect(service.warm(url, ANALYST)).toBeUndefined()
    expect((await request()).empty).toBe(true)
  })
})
