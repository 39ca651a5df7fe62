import { z } from 'zod'
import { sridOfName } from '../../engine/projection/crs-name.ts'

/** The coordinate system of a file in a mapping: read as its EPSG number. */
export const crsField = z
  .string()
  .refine((text) => sridOfName(text) !== null, { error: 'is an EPSG code, for example EPSG:4326' })
  .transform((text) => sridOfName(text)!)
