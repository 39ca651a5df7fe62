import { cornerKey, cornerPosition } from '../engine/lattice/lattice-corners.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { HotspotSurface } from '../engine/statistics/surface-types.ts'
import { PROPERTY_NAMES, propertyTexts } from './cell-properties.ts'

const CLASS = PROPERTY_NAMES.indexOf('class')
const CORNERS = [0, 1, 2, 3, 4, 5, 0] as const

/** Projects corners of the lattice once each, though three cells share one. */
export interface CornerProjector {
  /** [lon, lat] of a corner, 0 = east, then anticlockwise. */
  corner(i: number, j: number, corner: number): readonly [lon: number, lat: number]
}

export function createCornerProjector(projection: Projection, edgeMetres: number): CornerProjector {
  const known = new Map<number, readonly [number, number]>()
  return {
    corner(i, j, corner) {
      const key = cornerKey({ i, j }, corner)
      let position = known.get(key)
      if (position === undefined) {
        const [x, y] = cornerPosition(key, edgeMetres)
        known.set(key, (position = projection.toWgs84(x!, y!)))
      }
      return position
    },
  }
}

/** A cell's closed ring, anticlockwise, degrees. */
export function ringOf(i: number, j: number, corners: CornerProjector): [lon: number, lat: number][] {
  return CORNERS.map((corner) => {
    const [lon, lat] = corners.corner(i, j, corner)
    return [lon, lat]
  })
}

/**
 * Cells as an RFC 7946 FeatureCollection: closed rings, anticlockwise, WGS 84; numbers with 6 significant digits,
 * null where there is no figure; with the foreign member `analysis`.
 *
 * @param chosen indexes of the cells, in output order
 */
export function encodeGeoJson(
  { cells }: HotspotSurface,
  chosen: readonly number[],
  corners: CornerProjector,
  analysis: unknown,
): Uint8Array {
  const features = chosen.map((k) => {
    const ring = ringOf(cells.i[k]!, cells.j[k]!, corners)
      .map(([lon, lat]) => `[${lon},${lat}]`)
      .join(',')
    const properties = propertyTexts(cells, k)
      .map((text, n) => `"${PROPERTY_NAMES[n]}":${json(text, n)}`)
      .join(',')
    return `{"type":"Feature","geometry":{"type":"Polygon","coordinates":[[${ring}]]},"properties":{${properties}}}`
  })
  const head = `{"type":"FeatureCollection","analysis":${JSON.stringify(analysis)},"features":[`
  return Buffer.from(`${head}${features.join(',\n')}]}\n`)
}

function json(text: string, n: number): string {
  if (text === '') return 'null'
  return n === CLASS ? `"${text}"` : text
}
