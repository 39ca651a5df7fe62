import { TILE_LAYERS } from '../../tiles/schema.ts'
import { type DemoCity, VISITORS } from './demo-city.ts'
import { jsonOf } from './raw-request.ts'

const ZOOMS = [0, 5, 8, 10, 11, 12, 13, 14, 15, 16, 17] as const
const CODINGS = ['identity', 'gzip', 'br'] as const

const QUERIES: Readonly<Record<string, readonly string[]>> = {
  hotspots: [
    '?group=property',
    '?cell=50&group=property',
    '?cell=100&group=people',
    '?cell=200&group=property&exposure=residents',
    '?cell=400&group=order&time=aoristic',
    '?cell=800&group=environment',
    '?cell=800&category=sexual_offence',
    '?cell=auto&group=people',
    '?cell=auto&group=property&hours=18-23&weekdays=5-7',
    '?cell=200&group=property&from=2026-03-10&to=2026-04-20',
    '?cell=3',
  ],
  incidents: [
    '?group=all',
    '?group=people',
    '?category=theft',
    '?group=property&hours=22-4',
    '?group=all&from=2026-01-01&to=2026-07-01',
    '?group=all&precision=area',
  ],
}

/** Tiles of every layer at the places of the demo's proposals and beside them, in every coding, and their TileJSON. */
export async function observeTiles(city: DemoCity): Promise<void> {
  const { observe, headersOf } = city
  const tiles = await tilesOfProposals(city)
  for (const who of VISITORS) {
    for (const layer of [...TILE_LAYERS, 'nothing']) {
      for (const query of QUERIES[layer] ?? ['', '?cell=200&group=property']) {
        const path = `/tiles/${layer}.json${query}`
        await observe('tilejson', `${layer}${query} ${who}`, { path, headers: headersOf(who) })
        await observeLayer({ layer, query, who })
      }
    }
  }

  async function observeLayer({
    layer,
    query,
    who,
  }: {
    layer: string
    query: string
    who: (typeof VISITORS)[number]
  }) {
    for (const tile of tiles) {
      const path = `/tiles/${layer}/${tile}.mvt${query}`
      const own = headersOf(who)
      const key = `${layer} ${tile}${query} ${who}`
      const { status, headers } = await observe('tile', `${key} identity`, {
        path,
        headers: { ...own, 'accept-encoding': 'identity' },
      })
      if (status !== 200) continue
      for (const coding of CODINGS.slice(1))
        await observe('tile', `${key} ${coding}`, { path, headers: { ...own, 'accept-encoding': coding } })
      const known = { ...own, 'if-none-match': String(headers.etag) }
      await observe('tile', `${key} known`, { path, headers: known })
    }
  }
}

/** `z/x/y` of the tiles that hold the first corners of the proposals, and of their neighbours to the east. */
async function tilesOfProposals({ observe, headersOf }: DemoCity): Promise<readonly string[]> {
  const response = await observe('list', 'proposals of tiles', {
    path: '/api/proposals',
    headers: headersOf('analyst'),
  })
  const corners: readonly (readonly [number, number])[] = jsonOf(response).features.map(
    ({ geometry }: { geometry: { coordinates: [number, number][][] } }) => geometry.coordinates[0]![0]!,
  )
  const tiles = ZOOMS.flatMap((zoom) =>
    corners.flatMap(([lon, lat]) => {
      const { x, y } = tileAt(lon, lat, zoom)
      return [`${zoom}/${x}/${y}`, `${zoom}/${x + 1}/${y}`]
    }),
  )
  return [...new Set(tiles)]
}

function tileAt(lon: number, lat: number, zoom: number): { readonly x: number; readonly y: number } {
  const size = 2 ** zoom
  const mercator = Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI
  return { x: Math.floor(((lon + 180) / 360) * size), y: Math.floor(((1 - mercator) / 2) * size) }
}
