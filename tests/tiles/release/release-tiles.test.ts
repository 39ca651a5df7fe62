import { VectorTile } from '@mapbox/vector-tile'
import fc from 'fast-check'
import { PbfReader } from 'pbf'
import { PMTiles, zxyToTileId } from 'pmtiles'
import { describe, expect, it } from 'vitest'
import { vectorLayers } from '../../../server/releases/publication/release-tile-json.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { figureTables } from '../../../tiles/release/figure-tables.ts'
import { writePmtiles } from '../../../tiles/release/pmtiles.ts'
import { boxOfLayers, type EncodedTile, encodePyramid, pyramidOf } from '../../../tiles/release/pyramid.ts'
import { releaseLayers } from '../../../tiles/release/release-layers.ts'
import { tileId } from '../../../tiles/release/tile-id.ts'
import { mvtProblems } from '../../support/mvt/mvt-validator.ts'
import { yearContents } from '../../support/release-fixture.ts'

const projection = createProjection(3006)
const described = releaseLayers(figureTables(yearContents()), projection)
const layers = described.map(({ prepared }) => prepared)
const pyramid = pyramidOf(boxOfLayers(layers)!)
const tiles = [...encodePyramid(layers, pyramid)]
const OPTIONS = {
  metadata: { vector_layers: [] },
  bounds: [18, 59, 19, 60] as const,
  minZoom: pyramid.minZoom,
  maxZoom: pyramid.maxZoom,
}

/** An archive as its own library reads it. */
function open(bytes: Buffer): PMTiles {
  return new PMTiles({
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({
      data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer,
    }),
  })
}

const named = (bytes: Uint8Array) => Object.keys(new VectorTile(new PbfReader(bytes)).layers)

describe('the tiles of a release', () => {
  it('are every tile of the bounds at every zoom, valid, and empty without features', () => {
    expect([pyramid.minZoom, pyramid.maxZoom]).toEqual([8, 14])
    for (const { bytes } of tiles) expect(mvtProblems(bytes)).toEqual([])
    const empty = tiles.filter(({ bytes }) => bytes.length === 0)
    expect(tiles.length).toBeGreaterThan(20)
    expect(tiles.length - empty.length).toBeGreaterThan(10)
  })

  it('hold attributes of the types that their description gives', () => {
    const fieldsOf = new Map(vectorLayers(described).map(({ id, fields }) => [id, fields]))
    const seen = new Set<string>()
    for (const { bytes } of tiles)
      for (const layer of Object.values(new VectorTile(new PbfReader(bytes)).layers))
        for (let at = 0; at < layer.length; at++)
          for (const [name, value] of Object.entries(layer.feature(at).properties)) {
            expect(fieldsOf.get(layer.name)![name], name).toBe(
              typeof value === 'number' ? 'Number' : 'String',
            )
            seen.add(typeof value)
          }
    expect(seen).toEqual(new Set(['number', 'string']))
  })

  it('have counts as shown, and never a hidden number', () => {
    const overview = tiles.find(({ z, bytes }) => z === 12 && named(bytes).length === 2)!
    const { areas, hexes } = new VectorTile(new PbfReader(overview.bytes)).layers
    const properties = Array.from({ length: areas!.length }, (_, at) => areas!.feature(at).properties)
    expect(properties).toContainEqual(
      expect.objectContaining({ key: 'a1', police_people: 25, police_people_shown: 'count' }),
    )
    const hidden = properties.find(({ key }) => key === 'a2')
    expect(hidden).toMatchObject({ police_people_shown: 'few' })
    expect(hidden).not.toHaveProperty('police_people')
    expect(hexes!.feature(0).properties).toHaveProperty('police_property')
  })

  it('number at most a few thousand however wide the city', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 27 }),
        fc.integer({ min: 1, max: 2 ** 27 }),
        (width, height) => {
          const box = { minX: 2 ** 31, minY: 2 ** 30, maxX: 2 ** 31 + width, maxY: 2 ** 30 + height }
          const { tiles, minZoom, maxZoom } = pyramidOf(box)
          expect(maxZoom).toBeGreaterThanOrEqual(minZoom)
          expect(tiles.length).toBeLessThanOrEqual(1200)
        },
      ),
    )
  })
})

describe('the PMTiles archive of a release', () => {
  it('numbers tiles as the specification does', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 20 }), fc.nat(), fc.nat(), (z, a, b) => {
        const [x, y] = [a % 2 ** z, b % 2 ** z]
        expect(tileId({ z, x, y })).toBe(zxyToTileId(z, x, y))
      }),
    )
  })

  it('gives back every tile, and nothing for the empty ones', async () => {
    const archive = open(writePmtiles(tiles, OPTIONS))
    for (const { z, x, y, bytes } of tiles) {
      const found = await archive.getZxy(z, x, y)
      expect(Buffer.from(found?.data ?? new ArrayBuffer(0)).equals(bytes)).toBe(true)
    }
    expect(await archive.getMetadata()).toEqual(OPTIONS.metadata)
    expect(await archive.getHeader()).toMatchObject({
      specVersion: 3,
      clustered: true,
      minZoom: 8,
      maxZoom: 14,
      minLon: 18,
      maxLat: 60,
    })
  })

  it('keeps each content once, and runs of it as one entry', async () => {
    const same = (z: number, x: number, y: number, text: string): EncodedTile => ({
      z,
      x,
      y,
      bytes: Buffer.from(text),
    })
    const repeated = [same(1, 0, 0, 'sea'), same(1, 0, 1, 'sea'), same(1, 1, 1, 'land'), same(1, 1, 0, 'sea')]
    const archive = open(writePmtiles(repeated, { ...OPTIONS, minZoom: 1, maxZoom: 1 }))
    expect(await archive.getHeader()).toMatchObject({
      numAddressedTiles: 4,
      numTileEntries: 3,
      numTileContents: 2,
    })
    for (const { z, x, y, bytes } of repeated)
      expect(Buffer.from((await archive.getZxy(z, x, y))!.data).equals(bytes)).toBe(true)
  })

  it('has the same bytes whichever order the tiles come in', () => {
    expect(writePmtiles(tiles.toReversed(), OPTIONS).equals(writePmtiles(tiles, OPTIONS))).toBe(true)
  })
})
