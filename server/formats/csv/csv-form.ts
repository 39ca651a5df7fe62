import { z } from 'zod'
import { textField } from '../../platform/http/fields/text-fields.ts'

/** How the text of a CSV file is cut and decoded, in a mapping. */
export const csvForm = z
  .strictObject({
    delimiter: z
      .string()
      .length(1)
      .refine((text) => !'"\r\n'.includes(text), { error: 'is one character' })
      .default(','),
    encoding: textField(40).default('utf-8'),
    decimal: z.enum(['.', ',']).default('.'),
  })
  .default({ delimiter: ',', encoding: 'utf-8', decimal: '.' })
