import type { Notice } from './notice.ts'

/** A layer of a file, a folder of a KML file, a sheet of a workbook. */
export interface FileLayer {
  readonly name: string
  readonly features: number
  /** As GDAL says it: `Point`, `Multi Polygon`, `Geometry` for a mixture; null without positions. */
  readonly geometryType: string | null
  /** EPSG code of the positions; null when the file says none, or one that has none. */
  readonly srid: number | null
  /** What the file calls its coordinate system; null when it says none. */
  readonly crsName: string | null
  readonly fields: readonly string[]
  /** Those of the fields that are times in a format that has no other than UTC for them, whatever was meant. */
  readonly utcFields: readonly string[]
  /** True for a sheet that a workbook does not show. */
  readonly hidden: boolean
  /** What has to be said of how it was read, and of what in the file was not. */
  readonly notices: readonly Notice[]
}
