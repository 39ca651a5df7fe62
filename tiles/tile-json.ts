import type { VectorLayer } from './schema.ts'
import type { TileField } from './schema-fields.ts'

/** The members of TileJSON 3.0.0 that this service uses. */
export interface TileJson {
  readonly tilejson: '3.0.0'
  readonly name: string
  readonly description: string
  readonly version: string
  readonly scheme: 'xyz'
  readonly tiles: readonly string[]
  readonly attribution: string
  /** West, south, east, north in degrees. */
  readonly bounds: readonly [number, number, number, number]
  readonly center: readonly [number, number, number]
  readonly minzoom: number
  readonly maxzoom: number
  readonly vector_layers: readonly DescribedLayer[]
}

/** A layer inside the tiles, as TileJSON and PMTiles describe it. */
export interface DescribedLayer {
  readonly id: string
  readonly description: string
  /** GDAL and QGIS know these three types, and read everything else as text. */
  readonly fields: Readonly<Record<string, 'Number' | 'String' | 'Boolean'>>
  /** Meanings of the attributes; an additional member, which the standard allows. */
  readonly meanings: Readonly<Record<string, string>>
}

const TYPE_WORD = { string: 'String', integer: 'Number', number: 'Number', boolean: 'Boolean' } as const

/** The description of a layer in TileJSON and PMTiles. */
export function describeVectorLayer({
  id,
  geometry,
  fields,
}: Pick<VectorLayer, 'id' | 'geometry' | 'fields'>): DescribedLayer {
  const byName = <T>(valueOf: (field: TileField) => T) =>
    Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]))
  return {
    id,
    description: `${geometry}s`,
    fields: byName(({ type }) => TYPE_WORD[type]),
    meanings: byName(({ meaning }) => meaning),
  }
}
