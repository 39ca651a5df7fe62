import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { contentHash } from '../../server/engine/hashes/content-hash.ts'
import type { FeatureKind } from '../../server/engine/snapshot/features.ts'
import { createHotspotService } from '../../server/hotspots/hotspot-service.ts'
import { createTileService } from '../../server/map-tiles/tile-service.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { TILE_LAYER, TILE_LAYERS } from '../../tiles/schema.ts'
import { openStore, stockholm } from '../platform/feed/open-store.ts'
import { databasesUnderTest, type TestDatabase } from '../support/databases.ts'
import { PLAIN_ROW, sourcesOf } from '../support/cities/make-snapshot.ts'
import { tileCity } from '../support/cities/tile-city.ts'

const SEARCH = { surface: 'cell=200&group=property', incidents: 'group=all', none: '' } as const
const KINDS: readonly FeatureKind[] = ['areas', 'cameras', 'patrol-zones', 'focus-areas', 'proposals']
const pool = sharedWorkers()
const { rows, layers } = tileCity(21, 400)
const contents = rows.map((row, number) => ({ ...PLAIN_ROW, externalId: String(number), ...row }))
/** Digest of every layer's tiles, by database. */
const digests = new Map<string, string>()

async function fill({ repositories }: TestDatabase): Promise<void> {
  for (const source of sourcesOf(contents)) await repositories.sources.save(source)
  const hashed = contents.map((content) => ({ ...content, contentHash: contentHash(content), line: 0 }))
  await repositories.incidents.insert(hashed)
  for (const kind of KINDS) await repositories.features.insertMany(kind, layers[kind] ?? [])
  await repositories.features.replaceContext(layers.context ?? [])
}

describe.each(databasesUnderTest)('tiles of a city stored in $kind', (kind) => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await kind.open()
    await fill(database)
  })
  afterAll(() => database.close())

  it('hold something in every layer', async () => {
    const snapshots = await openStore(database, pool)
    const { zone } = stockholm(pool)
    const tiles = createTileService({ snapshots, hotspots: createHotspotService({ snapshots, pool }), zone })
    const digest = createHash('sha256')
    for (const layer of TILE_LAYERS) {
      const request = { layer, z: 13, x: 4507, y: 2409, search: SEARCH[TILE_LAYER[layer].query] }
      const tile = await tiles.tile(request, ANALYST)
      expect(tile.empty).toBe(false)
      digest.update((await tile.variant('identity')).bytes)
    }
    digests.set(kind.kind, digest.digest('hex'))
    await snapshots.close()
  })
})

describe.skipIf(databasesUnderTest.length < 2)('equal data in both databases', () => {
  it('give tiles of the very same bytes', () => {
    expect(digests.size).toBe(2)
    expect(new Set(digests.values()).size).toBe(1)
  })
})
