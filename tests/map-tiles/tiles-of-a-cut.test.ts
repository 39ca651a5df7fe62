import { describe, expect, it } from 'vitest'
import { createLayerService } from '../../server/map-tiles/layers.ts'
import { ANALYST, type Audience, audienceOfRole } from '../../server/platform/access/audience.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { tileCity } from '../support/cities/tile-city.ts'
import { tileServiceOf } from '../support/serving/tile-service.ts'

const pool = sharedWorkers()

const city = tileCity(17)
const cut = makeSnapshot(city)
/** The same city with more incidents, near and far, some in dwellings. */
const later = makeSnapshot({
  ...city,
  rows: [
    ...city.rows,
    ...city.rows.slice(0, 500).map((row, k) => ({ ...row, weight: 9, settingCode: k % 3, flags: k % 2 })),
    { xCm: 67_900_000, yCm: 658_500_000 },
  ],
})
const planner = audienceOfRole('planner')
const SEARCHES = [
  'cell=50&group=property',
  'cell=200&group=people&from=2024-02-11&to=2024-03-02',
  'cell=400&group=order&hours=22-6&weekdays=6,7',
  'cell=800&category=theft,burglary',
] as const

/** All responses on cells to a role: tiles with ETags, TileJSON, the layer's version, GeoJSON and CSV. */
async function disclosedOf({ tiles, hotspots, snapshots }: ReturnType<typeof tileServiceOf>, who: Audience) {
  const layers = await createLayerService({ snapshots, hotspots }).list(who)
  const disclosed: unknown[] = [layers]
  for (const search of SEARCHES) {
    const z = search.startsWith('cell=50') ? 14 : 11
    const shift = 2 ** (z - 11)
    const request = { layer: 'hotspots', search, z, x: 1126 * shift + (shift >> 1), y: 602 * shift }
    const variant = await (await tiles.tile(request, who)).variant('identity')
    disclosed.push(variant.etag, Buffer.from(variant.bytes).toString('base64'))
    disclosed.push(await tiles.tileJson('hotspots', search, 'http://host', who))
  }
  return disclosed
}

describe('cells of planners', () => {
  it('keep ETag and version between two cuts, while those of analysts change', async () => {
    const service = tileServiceOf(cut, pool)
    const [before, known] = [await disclosedOf(service, planner), await disclosedOf(service, ANALYST)]
    service.snapshots.replace(later)
    expect(await disclosedOf(service, planner)).toEqual(before)
    expect(await disclosedOf(tileServiceOf(later, pool, cut), planner)).toEqual(before)
    const moved = await disclosedOf(service, ANALYST)
    expect(moved).not.toEqual(known)
    expect(JSON.stringify(moved[0])).toContain(later.version)
    expect(JSON.stringify(before)).not.toContain(later.version)
  })

  it('change with the next cut', async () => {
    const before = await disclosedOf(tileServiceOf(later, pool, cut), planner)
    const after = await disclosedOf(tileServiceOf(later, pool, later), planner)
    expect(after[0]).not.toEqual(before[0])
    expect(after).not.toEqual(before)
  })
})
