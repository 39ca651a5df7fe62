import { cellCorners } from '../engine/lattice/lattice.ts'
import { polygonOfRings } from '../engine/geometry/planar/planar-polygon.ts'
import type { CellEvidence } from './evidence.ts'
import { CELL_CLASSES } from '../engine/statistics/surface-types.ts'
import type { Footprint } from './footprint.ts'
import type { GroupSurface } from './group-surfaces.ts'
import { shareOfFootprint } from './touching.ts'

/**
 * The cells of a surface that the footprint touches and whose class is not `even`, by decreasing ratio, each with the
 * share of the footprint that lies in it.
 */
export function touchedCells(
  footprint: Footprint,
  { group, edgeMetres, cells }: GroupSurface,
): readonly CellEvidence[] {
  const reach = edgeMetres * 100
  const { minX, minY, maxX, maxY } = footprint.polygon.box
  const found: CellEvidence[] = []
  for (let k = 0; k < cells.length; k++) {
    const cellClass = CELL_CLASSES[cells.classCode[k]!]!
    if (cellClass === 'even' || Number.isNaN(cells.ratio[k]!)) continue
    const [i, j] = [cells.i[k]!, cells.j[k]!]
    const x = 1.5 * edgeMetres * i * 100
    if (x + reach < minX || x - reach > maxX) continue
    const corners = cellCorners({ i, j }, edgeMetres).map(([cx, cy]) => [cx * 100, cy * 100])
    if (corners.every(([, y]) => y! < minY) || corners.every(([, y]) => y! > maxY)) continue
    const share = shareOfFootprint(footprint, polygonOfRings([corners]))
    if (share <= 0) continue
    found.push({
      id: `cell-${group}-${i}-${j}`,
      group,
      i,
      j,
      class: cellClass,
      count: cells.count[k]!,
      sum: cells.sum[k]!,
      expected: cells.expected[k]!,
      ratio: cells.ratio[k]!,
      interval: { low: cells.low[k]!, high: cells.high[k]! },
      q: cells.q[k]!,
      z: Number.isNaN(cells.z[k]!) ? null : cells.z[k]!,
      shareOfFootprint: share,
    })
  }
  return found.sort((a, b) => b.ratio - a.ratio || a.i - b.i || a.j - b.j)
}
