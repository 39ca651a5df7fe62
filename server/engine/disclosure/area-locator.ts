import type { PlanarPolygon } from '../geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../geometry/planar/zone-locator.ts'

/** Finds which of several areas holds a position. */
export interface AreaLocator {
  /** Index of the first area that covers a position in whole centimetres, −1 when none does. */
  areaAt(x: number, y: number): number
  /** The same, but −1 on a border that two areas share, where the area is ambiguous. */
  areaForSure(x: number, y: number): number
}

/** A locator over areas that touch and do not overlap. */
export function createAreaLocator(areas: readonly PlanarPolygon[]): AreaLocator {
  const locators = areas.map((area) => createZoneLocator(area, []))
  const next = (x: number, y: number, after: number) => {
    for (let k = after + 1; k < locators.length; k++) if (locators[k]!.zoneAt(x, y) === 0) return k
    return -1
  }
  return {
    areaAt: (x, y) => next(x, y, -1),
    areaForSure(x, y) {
      const area = next(x, y, -1)
      return area < 0 || next(x, y, area) < 0 ? area : -1
    },
  }
}

/** Largest gap that cutting and rounding leaves between neighbouring outlines. */
const GAP_METRES = 1

/** A locator over areas that together cover a whole: a position in a gap belongs to the first area next to it. */
export function createPartLocator(parts: readonly PlanarPolygon[]): Pick<AreaLocator, 'areaAt'> {
  const locators = parts.map((part) => createZoneLocator(part, [GAP_METRES]))
  return {
    areaAt(x, y) {
      let near = -1
      for (let k = 0; k < locators.length; k++) {
        const zone = locators[k]!.zoneAt(x, y)
        if (zone === 0) return k
        if (zone === 1 && near < 0) near = k
      }
      return near
    },
  }
}
