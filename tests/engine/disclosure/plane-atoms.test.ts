import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CountedRegion, planeAtoms } from '../../../server/engine/disclosure/plane-atoms.ts'
import { cellAt } from '../../../server/engine/lattice/lattice.ts'
import { squaredDistance } from '../../../server/engine/geometry/planar/distance-to-polygon.ts'
import { planarPolygon } from '../../../server/engine/geometry/planar/planar-polygon.ts'
import { rectangle } from '../../support/cities/rectangle.ts'

const box = (...sides: Parameters<typeof rectangle>) => planarPolygon(rectangle(...sides))

const zone = (polygon: ReturnType<typeof box>, fromMetres = 0, toMetres = 0): CountedRegion => {
  return { kind: 'zone', polygon, fromMetres, toMetres }
}

/** The regions that hold a position in metres, by distance and lattice, independently of the sampling. */
function regionsAt(regions: readonly CountedRegion[], x: number, y: number): string {
  const cell = cellAt(x, y, 400)
  return regions
    .flatMap((region, k) => {
      if (region.kind === 'cell') return region.i === cell.i && region.j === cell.j ? [k] : []
      const metres =
        Math.sqrt(squaredDistance(region.polygon, Math.round(x * 100), Math.round(y * 100))) / 100
      const inside =
        region.toMetres === 0 ? metres === 0 : metres > region.fromMetres && metres <= region.toMetres
      return inside ? [k] : []
    })
    .join()
}

describe('the atoms of the plane', () => {
  it('of two overlapping squares are three', () => {
    const atoms = planeAtoms([zone(box(0, 0, 200, 200)), zone(box(100, 100, 200, 200))], 400, 25)
    expect(atoms).toEqual([[0], [0, 1], [1]])
  })

  it('distinguish a ring from the polygon inside it', () => {
    const square = box(0, 0, 200, 200)
    expect(planeAtoms([zone(square), zone(square, 0, 100), zone(square, 100, 200)], 400, 25)).toEqual([
      [0],
      [1],
      [2],
    ])
  })

  it('include regions that lie between the points of the grid', () => {
    const atoms = planeAtoms([zone(box(0, 0, 2000, 2000)), zone(box(990, 990, 5, 5))], 400, 25)
    expect(atoms).toEqual([[0], [0, 1]])
  })

  it('match the regions of random positions, except in slivers', () => {
    const regions: readonly CountedRegion[] = [
      zone(box(0, 0, 1500, 1100)),
      zone(box(1500, 0, 1500, 1100)),
      zone(box(1200, 400, 500, 500)),
      zone(box(1200, 400, 500, 500), 0, 100),
      ...[0, 1, 2, 3, 4].flatMap((i) => [0, 1, 2].map((j) => ({ kind: 'cell', i, j }) as const)),
    ]
    const atoms = new Set(planeAtoms(regions, 400, 5).map((atom) => atom.join()))
    const coarse = planeAtoms(regions, 400, 25).map((atom) => atom.join())
    for (const atom of coarse) expect(atoms).toContain(atom)
    let slivers = 0
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 2999, noNaN: true }),
        fc.double({ min: 1, max: 1099, noNaN: true }),
        (x, y) => {
          if (!atoms.has(regionsAt(regions, Math.round(x), Math.round(y)))) slivers++
        },
      ),
      { numRuns: 2000 },
    )
    expect(slivers).toBeLessThan(10)
  })
})
