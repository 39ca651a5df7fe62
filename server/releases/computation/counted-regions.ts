import type { CountedRegion } from '../../engine/disclosure/plane-atoms.ts'
import { type PlanarPolygon, planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'

/** The distinct regions that figures count. */
export interface CountedRegions {
  readonly list: CountedRegion[]
  indexOf(key: string, make: () => CountedRegion): number
  zone(key: string, planar: Parameters<typeof planarPolygon>[0], from: number, to: number): number
}

export function createCountedRegions(): CountedRegions {
  const list: CountedRegion[] = []
  const byKey = new Map<string, number>()
  const polygons = new Map<string, PlanarPolygon>()
  const indexOf = (key: string, make: () => CountedRegion) => {
    const known = byKey.get(key)
    if (known !== undefined) return known
    byKey.set(key, list.length)
    return list.push(make()) - 1
  }
  return {
    list,
    indexOf,
    zone(key, planar, fromMetres, toMetres) {
      const polygon = polygons.get(key) ?? planarPolygon(planar)
      polygons.set(key, polygon)
      return indexOf(`${key}:${fromMetres}-${toMetres}`, () => ({
        kind: 'zone',
        polygon,
        fromMetres,
        toMetres,
      }))
    },
  }
}
