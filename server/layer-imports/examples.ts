import type { Projection } from '../engine/projection/projection.ts'
import { MADE } from '../formats/columns/external-id.ts'
import type { FileFeature } from './layer-file.ts'

const MAX_EXAMPLES = 5
const DECIMALS = 1e6

/** A row as it would become. */
export interface LayerExample {
  readonly line: number
  readonly externalId: string | null
  readonly geometryType: string
  /** Longitude and latitude of its point, or of a corner of its outline. */
  readonly position: readonly [longitude: number, latitude: number]
  readonly properties: Readonly<Record<string, unknown>>
}

/** The first rows of a file as they would become. */
export function layerExamples(
  features: readonly FileFeature[],
  { toWgs84 }: Pick<Projection, 'toWgs84'>,
): readonly LayerExample[] {
  return features.slice(0, MAX_EXAMPLES).map(({ line, key, planar, properties }) => {
    const [, type, x, y] = /"type":"(\w+)".*?\[(-?[\d.]+),(-?[\d.]+)/.exec(planar)!
    const [longitude, latitude] = toWgs84(Number(x), Number(y))
    const rounded = (degrees: number) => Math.round(degrees * DECIMALS) / DECIMALS
    return {
      line,
      externalId: key.startsWith(MADE) ? null : key,
      geometryType: type!,
      position: [rounded(longitude), rounded(latitude)],
      properties,
    }
  })
}
