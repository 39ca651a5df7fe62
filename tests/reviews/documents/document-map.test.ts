import { describe, expect, it } from 'vitest'
import type { ContextFeature, ContextKind } from '../../../server/engine/snapshot/features.ts'
import { documentMap } from '../../../server/reviews/documents/document-map.ts'
import { rectangle } from '../../support/cities/rectangle.ts'

const [X, Y] = [674_000, 6_580_000] as const
const feature = (kind: ContextKind, name: string | null, planar: ContextFeature['planar']) => ({
  kind,
  name,
  rank: 3,
  planar,
})
const line = (...coordinates: readonly (readonly [number, number])[]) => ({
  type: 'LineString' as const,
  coordinates: coordinates.map(([x, y]) => [X + x, Y + y]),
})
const point = (x: number, y: number) => ({ type: 'Point' as const, coordinates: [X + x, Y + y] })
const map = documentMap({
  ringMetres: [100, 250],
  footprint: rectangle(X, Y, 100, 100),
  context: [
    feature('street', 'Ågatan', line([-5000, 50], [5000, 50])),
    feature('street', 'Långt bort', line([3000, 3000], [4000, 4000])),
    feature('shelter', 'Hemligt', point(50, 60)),
    feature('school', 'Skolan', point(50, 60)),
    feature('place_name', 'Torget', point(10, 90)),
    feature('park', 'Parken', rectangle(X + 60, Y + 60, 9000, 40)),
  ],
  waters: [rectangle(X - 9000, Y - 9000, 9000, 9000)],
  areas: [{ name: 'Hamnen 1', planar: rectangle(X - 9000, Y - 9000, 18_000, 18_000) }],
  places: [
    { name: 'Torget', planar: rectangle(X, Y, 200, 200) },
    { name: 'Långt bort', planar: rectangle(X + 9000, Y, 200, 200) },
  ],
})

describe('the map of a document', () => {
  it('shows the site in the middle of at least 800 metres, in whole metres from the north-west', () => {
    expect([map.widthMetres, map.heightMetres]).toEqual([800, 800])
    expect(map.site).toEqual([[350, 450, 450, 450, 450, 350, 350, 350]])
  })

  it('has the streets that cross the map, also without a vertex in it, and no others', () => {
    expect(map.ways.map(({ name }) => name)).toEqual(['Ågatan'])
    expect(map.names).toEqual([{ name: 'Torget', at: [360, 360] }])
  })

  it('clips land, waters and statistical areas at its frame', () => {
    const all = [...map.ground, ...map.areas].flatMap(({ rings }) => rings.flat())
    expect(all.every((metres) => metres >= 0 && metres <= 800)).toBe(true)
    expect(map.ground.map(({ kind }) => kind)).toEqual(['water', 'park'])
    expect(map.areas).toHaveLength(1)
  })

  it('outlines the places whose figures are in the document, where they meet its frame', () => {
    expect(map.places!.map(({ name }) => name)).toEqual(['Torget'])
  })

  it('shows no premises, because addresses of shelters are secret', () => {
    expect(JSON.stringify(map)).not.toMatch(/Hemligt|Skolan|shelter|school/)
  })
})
