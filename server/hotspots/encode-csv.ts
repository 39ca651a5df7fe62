import { cellCentre } from '../engine/lattice/lattice.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { HotspotSurface } from '../engine/statistics/surface-types.ts'
import { PROPERTY_NAMES, propertyTexts } from './cell-properties.ts'

/**
 * Cells as CSV (RFC 4180, UTF-8): the properties, then the centre as `lon` and `lat`; empty where there is no figure.
 *
 * @param chosen indexes of the cells, in output order
 */
export function encodeCsv(
  { cells, query }: HotspotSurface,
  chosen: readonly number[],
  projection: Projection,
): Uint8Array {
  const lines = chosen.map((k) => {
    const [x, y] = cellCentre({ i: cells.i[k]!, j: cells.j[k]! }, query.edgeMetres)
    return [...propertyTexts(cells, k), ...projection.toWgs84(x, y)].join(',')
  })
  return Buffer.from(`${[[...PROPERTY_NAMES, 'lon', 'lat'].join(','), ...lines].join('\r\n')}\r\n`)
}
