import { z } from 'zod'

/** West, south, east, north in degrees. */
export type Bbox = readonly [west: number, south: number, east: number, north: number]

const RULE = 'west,south,east,north in degrees, west < east and south < north'
const DEGREES = /^-?\d{1,3}(\.\d{1,15})?$/

/** The query parameter `bbox`. */
export const bboxField = z
  .string(RULE)
  .refine((text) => parseBbox(text) !== null, RULE)
  .transform((text) => parseBbox(text)!)
  .meta({ description: RULE, example: '18.0,59.3,18.1,59.4' })

function parseBbox(text: string): Bbox | null {
  const parts = text.split(',')
  if (parts.length !== 4 || !parts.every((part) => DEGREES.test(part))) return null
  const [west, south, east, north] = parts.map(Number) as [number, number, number, number]
  const inRange = west >= -180 && east <= 180 && south >= -90 && north <= 90
  return inRange && west < east && south < north ? [west, south, east, north] : null
}
