import { innerPoint } from '../geometry/planar/inner-point.ts'
import { areaOf, type PlanarPolygon } from '../geometry/planar/planar-polygon.ts'
import { createZoneLocator } from '../geometry/planar/zone-locator.ts'
import { blockRound, cellAt, cellCentre, cellOfDense } from '../lattice/lattice.ts'
import type { Cell } from '../statistics/surface-types.ts'
import { UNIT_EDGE } from './unit-cube.ts'

/** From this area on a site is the cells in the polygon; a smaller one takes those within 50 m too. */
const MARGINLESS_M2 = 50_000
export const MARGIN_METRES = 50
/** Outer distances of the rings round a site, metres from the polygon. */
export const RING_METRES = [100, 250] as const

/** A site and its surroundings as disjoint sets of cells of 50 m, each by i, then j. */
export interface SiteUnits {
  readonly site: readonly Cell[]
  /** Cells of each ring. */
  readonly rings: readonly (readonly Cell[])[]
  /** How the site's cells were chosen: within 50 m of the polygon, in it, or, for want of any, by a point in it. */
  readonly rule: 'margin' | 'inside' | 'inner-point'
  /** Area of the polygon, m². */
  readonly areaM2: number
}

/**
 * The units of a site: every cell whose centre lies within 50 m of the polygon, or in it for polygons of 5 ha and more; a
 * site without any takes the cell of its inner point. Rings: centres to 100 m and to 250 m that are not in the site. Centres
 * are taken on the 1 cm grid, distances are planar (equal to `ST_DWithin`), borders included.
 *
 * @param polygon holes wound against their shells
 * @param ringMetres outer distances of the rings, ascending, each beyond the margin
 */
export function siteUnits(polygon: PlanarPolygon, ringMetres: readonly number[] = RING_METRES): SiteUnits {
  const areaM2 = areaOf(polygon)
  const marginless = areaM2 >= MARGINLESS_M2
  const zones = cellsByZone(polygon, [MARGIN_METRES, ...ringMetres])
  const [inside, margin, ...rings] = zones as [Cell[], Cell[], ...Cell[][]]
  const site = marginless ? inside : [...inside, ...margin]
  if (marginless) rings[0] = [...margin, ...rings[0]!]
  if (site.length > 0) return settled(site, rings, marginless ? 'inside' : 'margin', areaM2)

  const [x, y] = innerPoint(polygon)
  const only = cellAt(x / 100, y / 100, UNIT_EDGE)
  const others = rings.map((ring) => ring.filter(({ i, j }) => i !== only.i || j !== only.j))
  return settled([only], others, 'inner-point', areaM2)
}

function settled(
  site: readonly Cell[],
  rings: readonly (readonly Cell[])[],
  rule: SiteUnits['rule'],
  areaM2: number,
): SiteUnits {
  return { site: inOrder(site), rings: rings.map(inOrder), rule, areaM2 }
}

function inOrder(cells: readonly Cell[]): readonly Cell[] {
  return cells.toSorted((a, b) => a.i - b.i || a.j - b.j)
}

/** Cells by the zone of their centre: see `createZoneLocator`. */
function cellsByZone(polygon: PlanarPolygon, radiiMetres: readonly number[]): readonly Cell[][] {
  const locator = createZoneLocator(polygon, radiiMetres)
  const { minX, minY, maxX, maxY } = locator.box
  const block = blockRound(minX / 100, minY / 100, maxX / 100, maxY / 100, UNIT_EDGE)
  const zones = Array.from({ length: locator.zones }, (): Cell[] => [])
  for (let at = 0; at < block.columns * block.rows; at++) {
    const cell = cellOfDense(block, at)
    const [x, y] = cellCentre(cell, UNIT_EDGE)
    zones[locator.zoneAt(Math.round(x * 100), Math.round(y * 100))]?.push(cell)
  }
  return zones
}
