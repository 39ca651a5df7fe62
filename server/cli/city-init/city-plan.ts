/** What a city of one's own is to be begun with, as it was said. Null = not said. */
export interface CityPlan {
  readonly name: string | null
  /** EPSG code, as text. */
  readonly crs: string | null
  readonly timezone: string | null
  /** Address of a PostGIS. */
  readonly database: string | null
  readonly dataDir: string | null
  /** Path of a PMTiles file. */
  readonly baseMap: string | null
  /** Files of areas by what they hold; the study area's is first. */
  readonly areas: readonly AreaFile[]
  /** Path of a JSON file that declares the first source. */
  readonly source: string | null
  /** Path of the first file of incidents, and of its mapping. */
  readonly incidents: string | null
  readonly mapping: string | null
}

export const CITY_AREA_KINDS = ['study', 'water', 'district', 'base'] as const
export type CityAreaKind = (typeof CITY_AREA_KINDS)[number]

/** A file of areas of one kind. */
export interface AreaFile {
  readonly kind: CityAreaKind
  readonly path: string
  readonly nameProperty: string | null
  readonly residentsProperties: readonly string[]
}
