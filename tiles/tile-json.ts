import type { VectorLayer } from './schema.ts'
import type { TileField } from './schema-fields.ts'

/** TileJSON 3.0.0, as far as this service uses it. */
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
  /** GDAL and QGIS read a type from these three words, and take everything else for text. */
  readonly fields: Readonly<Record<string, 'Number' | 'String' | 'Boolean'>>
  /** What each attribute means; no part of the standard, which lets members be added. */
  readonly meanings: Readonly<Record<string, string>>
}

const TYPE_WORD = { string: 'String', integer: 'Number', number: 'Number', boolean: 'Boolean' } as const

/** What a reader of TileJSON or PMTiles is told of a layer. */
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
