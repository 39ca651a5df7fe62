import { VectorTile } from '@mapbox/vector-tile'
import type { Polygon } from 'geojson'
import { PbfReader } from 'pbf'
import { describe, expect, it } from 'vitest'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { doubledArea, ringHolds } from '../../tiles/geometry/ring.ts'
import { encodeFeatures } from '../../tiles/layers/encode-features.ts'
import { prepareLayer } from '../../tiles/layers/feature-layers.ts'
import { prepareFeatures } from '../../tiles/layers/prepare-features.ts'
import { joinLayers, type LayerBytes } from '../../tiles/mvt/layer-frame.ts'
import { makeSnapshot } from '../support/cities/make-snapshot.ts'
import { MIDDLE, tileCity } from '../support/cities/tile-city.ts'

const projection = createProjection(3006)
const snapshot = makeSnapshot({ ...tileCity(5, 1) })

interface Shape {
  readonly id: number
  readonly properties: Readonly<Record<string, unknown>>
  /** Flat rings in tile units. */
  readonly rings: readonly (readonly number[])[]
}

function shapesOf(encoded: LayerBytes | null, layer: string): Shape[] {
  const found = new VectorTile(new PbfReader(joinLayers([encoded]))).layers[layer]
  return Array.from({ length: found?.length ?? 0 }, (_, at) => {
    const feature = found!.feature(at)
    const rings = feature.loadGeometry().map((ring) => ring.slice(0, -1).flatMap(({ x, y }) => [x, y]))
    return { id: feature.id!, properties: feature.properties, rings }
  })
}

function tileAt(z: number) {
  const [worldX, worldY] = projection.toWorld(MIDDLE.x, MIDDLE.y)
  return { z, x: Math.floor(worldX / 2 ** (32 - z)), y: Math.floor(worldY / 2 ** (32 - z)) }
}

const insideOdd = (rings: Shape['rings'], x: number, y: number) =>
  rings.filter((ring) => ringHolds(ring, x, y)).length % 2 === 1

/** Points in and along a tile, both borders included, a little off the whole numbers on which corners lie. */
const GRID = Array.from(
  { length: 17 * 17 },
  (_, k) => [(k % 17) * 256 + 0.3, Math.floor(k / 17) * 256 + 0.3] as const,
)
const GRACE = [
  [6, 6],
  [-6, 6],
  [6, -6],
  [-6, -6],
] as const

describe('tiles of polygons', () => {
  const [zones] = prepareLayer('patrol-zones', snapshot.layers, projection)

  it('cover together what the polygon covers, hole and all, with no gap at the borders between tiles', () => {
    const { z, x, y } = tileAt(14)
    const original = snapshot.layers.features('patrol-zones')
    let inside = 0
    for (const [dx, dy] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [-1, 0],
      [0, -1],
    ] as const) {
      const shapes = shapesOf(encodeFeatures(zones!, { z, x: x + dx, y: y + dy }), 'patrol-zones')
      for (const { id, planar } of original) {
        const rings = (planar as Polygon).coordinates.map((ring) =>
          ring.slice(0, -1).flatMap(([east, north]) => {
            const [worldX, worldY] = projection.toWorld(east!, north!)
            return [(worldX / 2 ** 18 - x - dx) * 4096, (worldY / 2 ** 18 - y - dy) * 4096]
          }),
        )
        const drawn = shapes.find((shape) => shape.id === id)?.rings ?? []
        for (const [px, py] of GRID) {
          // Six units of tolerance for rounding and simplification: points near a border are not checked.
          const nearby = GRACE.map(([ox, oy]) => insideOdd(rings, px + ox, py + oy))
          if (new Set(nearby).size > 1) continue
          expect(insideOdd(drawn, px, py)).toBe(nearby[0])
          if (nearby[0]) inside++
        }
      }
    }
    expect(inside).toBeGreaterThan(100)
  })

  it('leave no gap and no overlap between districts at any zoom', () => {
    const [areas] = prepareLayer('areas', snapshot.layers, projection)
    for (const z of [11, 12, 13]) {
      const shapes = shapesOf(encodeFeatures(areas!, tileAt(z)), 'areas').filter(
        ({ properties }) => properties.kind === 'district',
      )
      const edges = new Map<string, number>()
      for (const { rings } of shapes)
        for (const ring of rings)
          ring.forEach((px, k) => {
            if (k % 2 === 1) return
            const [py, qx, qy] = [ring[k + 1]!, ring[(k + 2) % ring.length]!, ring[(k + 3) % ring.length]!]
            const key =
              px < qx || (px === qx && py < qy) ? `${px} ${py} ${qx} ${qy}` : `${qx} ${qy} ${px} ${py}`
            edges.set(key, (edges.get(key) ?? 0) + 1)
          })
      const inside = ([px, py, qx, qy]: number[]) => [px, py, qx, qy].every((n) => n! > 0 && n! < 4096)
      const shared = [...edges].filter(([key]) => inside(key.split(' ').map(Number)))
      const twice = shared.filter(([, uses]) => uses === 2).length
      expect(twice).toBeGreaterThan(20)
      // Every border inside the city is drawn by both neighbours; the rest is the city's own outline.
      expect(shared.every(([, uses]) => uses <= 2)).toBe(true)
    }
  })

  it('simplify with the zoom and drop what is smaller than a pixel', () => {
    const [areas] = prepareLayer('areas', snapshot.layers, projection)
    const points = (z: number) => {
      const ring = shapesOf(encodeFeatures(areas!, tileAt(z)), 'areas').find(({ id }) => id === 15)
      return ring?.rings.flat().length ?? 0
    }
    expect(points(12)).toBeGreaterThan(points(10))
    expect(points(10)).toBeGreaterThan(6)
    expect(points(3)).toBe(0)
  })

  it('draw the box where a polygon holds the whole tile', () => {
    const [areas] = prepareLayer('areas', snapshot.layers, projection)
    const study = shapesOf(encodeFeatures(areas!, tileAt(18)), 'areas').find(({ id }) => id === 1)
    expect(study!.rings.map(doubledArea)).toEqual([2 * 4224 * 4224])
  })
})

describe('camera views', () => {
  const [views] = prepareLayer('camera-views', snapshot.layers, projection)
  const cameras = snapshot.layers.features('cameras')

  it('are sectors of the stated angle and discs where none is stated, by area', () => {
    const squareMetres = new Map<number, number>()
    for (const { id, planar, properties } of cameras) {
      const share = properties.viewDegrees === null ? 1 : properties.viewDegrees / 360
      if (properties.rangeMetres === null) continue
      squareMetres.set(id, share * Math.PI * properties.rangeMetres ** 2)
      const [worldX, worldY] = projection.toWorld(planar.coordinates[0]!, planar.coordinates[1]!)
      const address = { z: 16, x: Math.floor(worldX / 2 ** 16), y: Math.floor(worldY / 2 ** 16) }
      const shape = shapesOf(encodeFeatures(views!, address), 'camera-views').find(
        (found) => found.id === id,
      )!
      const metresPerUnit = (2 * Math.PI * 6_378_137 * Math.cos((59.3325 * Math.PI) / 180)) / 2 ** 28
      const area = (shape.rings.reduce((sum, ring) => sum + doubledArea(ring), 0) / 2) * metresPerUnit ** 2
      const bounds = shape.rings.flat()
      if (Math.min(...bounds) > -64 && Math.max(...bounds) < 4160)
        expect(Math.abs(area / squareMetres.get(id)! - 1)).toBeLessThan(0.02)
    }
    expect(squareMetres.size).toBeGreaterThan(30)
  })
})

describe('tiles of lines', () => {
  it('cut a line at the buffer and keep its pieces apart', () => {
    const toTile = tileAt(15)
    const zigzag = Array.from({ length: 9 }, (_, k) => [
      MIDDLE.x - 2000 + (k % 2) * 4000,
      MIDDLE.y - 200 + k * 50,
    ])
    const layer = prepareFeatures(
      { name: 'street', keys: ['name'], geometry: 'line' },
      [
        {
          id: 1,
          attributes: ['Storgatan'],
          planar: { type: 'LineString', coordinates: zigzag },
          minZoom: 12,
        },
      ],
      projection,
    )
    const found = new VectorTile(
      new PbfReader(joinLayers([encodeFeatures(layer, toTile)])),
    ).layers.street!.feature(0)
    expect(found.loadGeometry().length).toBeGreaterThan(3)
    expect(found.properties).toEqual({ name: 'Storgatan' })
    expect(encodeFeatures(layer, tileAt(11))).toBeNull()
  })
})
