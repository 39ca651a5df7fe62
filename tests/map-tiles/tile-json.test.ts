import { describe, expect, it } from 'vitest'
import { ANALYST } from '../../server/platform/access/audience.ts'
import { sharedWorkers } from '../support/shared-workers.ts'
import { TILE_LAYER, TILE_LAYERS } from '../../tiles/schema.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { MIDDLE, tileCity } from '../support/cities/tile-city.ts'
import { tileServiceOf } from '../support/serving/tile-service.ts'

const pool = sharedWorkers()
const { tiles } = tileServiceOf(makeSnapshot(tileCity(7)), pool)
const SEARCH = { surface: 'cell=auto&group=people', incidents: 'group=all', none: '' } as const

describe('TileJSON', () => {
  it('gives each attribute one of the three types of TileJSON, and its meaning', async () => {
    const word = { string: 'String', integer: 'Number', number: 'Number', boolean: 'Boolean' } as const
    for (const layer of TILE_LAYERS) {
      const { vector_layers } = await tiles.tileJson(
        layer,
        SEARCH[TILE_LAYER[layer].query],
        'http://host',
        ANALYST,
      )
      const described = vector_layers.map(({ id, fields, meanings }) => [id, fields, meanings])
      const contract = TILE_LAYER[layer].vectorLayers.map(({ id, fields }) => [
        id,
        Object.fromEntries(fields.map(({ name, type }) => [name, word[type]])),
        Object.fromEntries(fields.map(({ name, meaning }) => [name, meaning])),
      ])
      expect(described).toEqual(contract)
    }
  })

  it('describes tiles as TileJSON with the bounds of the city', async () => {
    const json = await tiles.tileJson('hotspots', 'cell=200&group=people', 'http://host', ANALYST)
    expect(json).toMatchObject({
      tilejson: '3.0.0',
      tiles: ['http://host/tiles/hotspots/{z}/{x}/{y}.mvt?cell=200&group=people'],
      minzoom: 10,
      maxzoom: 16,
    })
    const [west, south, east, north] = json.bounds
    expect(west < MIDDLE.lon && MIDDLE.lon < east && south < MIDDLE.lat && MIDDLE.lat < north).toBe(true)
    expect(json.vector_layers.map(({ id }) => id)).toEqual(['hotspots'])
  })
})
