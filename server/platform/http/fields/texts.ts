import { z } from 'zod'

/** A text in both languages. */
export const texts = z.strictObject({ sv: z.string(), en: z.string() })
