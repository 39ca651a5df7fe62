import type { PlanarPolygon } from '../geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../geometry/planar/zone-locator.ts'

/** Tells which of several areas holds a position. */
export interface AreaLocator {
  /** Index of the first area that covers a position in whole centimetres, −1 when none does. */
  areaAt(x: number, y: number): number
  /** The same, but −1 on a border that two areas share: nobody can say which of them it was. */
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

/** How far outlines that were cut and rounded may lie apart from each other. */
const GAP_METRES = 1

/** A locator over areas that cover a whole between them: a position in the gap between two lies in the first that it is next to. */
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
