import { VectorTile } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { ANALYST, type Audience, audienceOfRole } from '../../server/platform/access/audience.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { TILE_LAYERS } from '../../tiles/schema.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { tileCity } from '../support/cities/tile-city.ts'
import { tileServiceOf } from '../support/serving/tile-service.ts'

const pool = sharedWorkers()

const city = tileCity(11)
const district = city.layers.areas!.find(({ properties }) => properties.kind === 'district')!
const place = (id: number, name: string) => ({
  ...district,
  id,
  properties: { ...district.properties, kind: 'place' as const, name },
})
/** A shelter 3 km east of a school amid the district. */
const [east, north] = district.planar.coordinates.flat(3) as [number, number]
const premises = (['shelter', 'school'] as const).map((kind, k) => {
  const planar = { type: 'Point' as const, coordinates: [east + 3000 * (1 - k), north] }
  return { id: k + 1, kind, name: kind, rank: 1, planar }
})
const snapshot = makeSnapshot({
  ...city,
  layers: {
    ...city.layers,
    areas: [...city.layers.areas!, place(901, 'Egen'), place(902, 'Främmande')],
    context: premises,
  },
})
const { tiles } = tileServiceOf(snapshot, pool)
const partner = audienceOfRole('partner', [901])
const planner = audienceOfRole('planner')

async function placesSeenBy(audience: Audience): Promise<readonly string[]> {
  const tile = await tiles.tile({ layer: 'areas', search: '', z: 11, x: 1126, y: 602 }, audience)
  const { areas } = new VectorTile(new PbfReader((await tile.variant('identity')).bytes)).layers
  return Array.from({ length: areas?.length ?? 0 }, (_, at) => areas!.feature(at).properties)
    .filter(({ kind }) => kind === 'place')
    .map(({ name }) => String(name))
    .toSorted((a, b) => a.localeCompare(b))
}

describe('tiles of areas', () => {
  it('show the places of a partner to it, and all places to staff', async () => {
    expect(await placesSeenBy(partner)).toEqual(['Egen'])
    expect(await placesSeenBy(audienceOfRole('partner', [902]))).toEqual(['Främmande'])
    expect(await placesSeenBy(audienceOfRole('partner', []))).toEqual([])
    expect(await placesSeenBy(planner)).toEqual(['Egen', 'Främmande'])
    expect(await placesSeenBy(ANALYST)).toEqual(['Egen', 'Främmande'])
  })
})

describe('tiles of the context', () => {
  const NOTHING = { drawn: false, counted: false }

  /** The tile of zoom 14 that holds a point so far east of the school. */
  async function tileAt(metresEast: number, audience: Audience) {
    const [worldX, worldY] = snapshot.projection.toWorld(east + metresEast, north)
    const [x, y] = [worldX, worldY].map((world) => Math.floor(world / 2 ** 18)) as [number, number]
    const tile = await tiles.tile({ layer: 'context', search: '', z: 14, x, y }, audience)
    return new VectorTile(new PbfReader((await tile.variant('identity')).bytes)).layers
  }
  /** Whether the tiles, or the ids of other features, disclose the shelter. */
  async function seenBy(audience: Audience) {
    const { school } = await tileAt(0, audience)
    return {
      drawn: 'shelter' in (await tileAt(3000, audience)),
      counted: school!.feature(0).id !== 1,
    }
  }

  it('show shelters to analysts, and hide that there are any from others', async () => {
    const outsiders = ['planner', 'coordinator', 'admin'] as const
    for (const audience of [partner, ...outsiders.map((role) => audienceOfRole(role))]) {
      expect(await seenBy(audience), audience.role).toEqual(NOTHING)
    }
    expect(await seenBy(ANALYST)).toEqual({ ...NOTHING, drawn: true })
    expect(await seenBy(planner)).toEqual(NOTHING)
  })

  it('have bounds that do not depend on shelters', async () => {
    const boundsFor = async (audience: Audience) =>
      (await tiles.tileJson('context', '', 'http://host', audience)).bounds
    expect(await boundsFor(planner)).toEqual(await boundsFor(ANALYST))
  })
})

describe('TileJSON', () => {
  it('of cells has bounds that do not depend on where incidents lie', async () => {
    const boundsOf = async (rows: typeof city.rows) => {
      const service = tileServiceOf(makeSnapshot({ ...city, rows }), pool)
      return (await service.tiles.tileJson('hotspots', 'group=people', 'http://host', ANALYST)).bounds
    }
    const [all, few] = await Promise.all([boundsOf(city.rows), boundsOf(city.rows.slice(0, 10))])
    expect(few).toEqual(all)
    const [west, south, eastern, northern] = all
    const [lon, lat] = snapshot.projection.toWgs84(east, north)
    expect(west < lon && lon < eastern && south < lat && lat < northern).toBe(true)
  })

  it('is forbidden to planners for a query whose tiles are forbidden to them', async () => {
    const search = (text: string) => tiles.tileJson('hotspots', text, 'http://host', planner)
    for (const text of ['cell=100&group=people&hours=22-6', 'group=all', 'group=people&flags=hate'])
      await expect(search(text)).rejects.toMatchObject({ code: 'forbidden' })
    for (const text of ['cell=50&group=people', 'cell=auto&group=people&hours=22-6'])
      await expect(search(text)).resolves.toMatchObject({ name: expect.any(String) })
  })

  it('names only the sources open to the caller', async () => {
    const of = {
      controller: '',
      legalBasis: '',
      agreement: null,
      purpose: '',
      retentionDays: null,
      boards: null,
      citable: true,
    }
    const covers = { register: 'other', coversFrom: null, coversTo: null, coversAreaId: null } as const
    const sources = [
      { ...of, ...covers, id: 'open', title: 'Open & known', audiences: ['planner'], ordinal: 1 },
      { ...of, ...covers, id: 'closed', title: 'A secret watch', audiences: ['analyst'], ordinal: 2 },
    ] as const
    const named = tileServiceOf(makeSnapshot({ ...city, layers: { ...city.layers, sources } }), pool).tiles
    const attribution = async (layer: string, audience: Audience) => {
      const search = layer === 'hotspots' ? 'group=people' : ''
      return (await named.tileJson(layer, search, 'http://host', audience)).attribution
    }
    expect(await attribution('hotspots', ANALYST)).toBe('Open &#38; known · A secret watch')
    expect(await attribution('hotspots', planner)).toBe('Open &#38; known')
    expect(await attribution('areas', partner)).toBe('')
  })

  it('of a layer closed to the audience is refused like the TileJSON of a missing layer', async () => {
    for (const layer of [
      ...TILE_LAYERS.filter((id) => !['areas', 'context', 'focus-areas'].includes(id)),
      'nothing',
    ])
      await expect(tiles.tileJson(layer, '', 'http://host', partner)).rejects.toMatchObject({
        code: 'not-found',
        message: `There is no layer with id ${layer}.`,
      })
  })
})

describe('tiles of cells', () => {
  it('are forbidden to planners when all sources are closed to them', async () => {
    const closed = makeSnapshot(city)
    const sources = closed.layers.sources.map((source) => ({ ...source, audiences: ['analyst' as const] }))
    const other = tileServiceOf({ ...closed, layers: { ...closed.layers, sources } }, pool).tiles
    const request = { layer: 'hotspots', search: 'cell=400&group=property', z: 11, x: 1126, y: 602 }
    await expect(other.tile(request, planner)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(other.tile(request, ANALYST)).resolves.toBeDefined()
  })
})
