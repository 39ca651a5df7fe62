import { z } from 'zod'
import { wholeNumber } from '../platform/http/fields/text-fields.ts'

export const idField = wholeNumber(1, 2 ** 31 - 1)
export const etag = { ETag: 'The revision in quotes, for If-Match.' }

export const areaQuery = z.strictObject({
  area: z
    .string('an area id')
    .regex(/^[1-9]\d{0,8}$/, 'an area id')
    .transform(Number)
    .optional()
    .meta({ description: 'Only those of this place or district.' }),
})

export const step = z.strictObject({ at: z.iso.datetime(), name: z.string().nullable() })
