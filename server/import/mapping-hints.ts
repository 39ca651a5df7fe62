import { z } from 'zod'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { textField } from '../platform/http/fields/text-fields.ts'
import { type ImportMapping, importMappingSchema, parseImportMapping } from './import-mapping.ts'

/** What is known of a mapping before a preview guesses the rest: it names no columns but those of the positions. */
export const mappingHintsSchema = z
  .strictObject({
    source: importMappingSchema.shape.source.optional(),
    crs: z
      .string()
      .regex(/^EPSG:\d{4,6}$/i, { error: 'is an EPSG code, for example EPSG:4326' })
      .optional(),
    timezone: importMappingSchema.shape.timezone,
    timeFormat: z.string().max(80).optional(),
    positionColumns: z
      .strictObject({ x: textField(200), y: textField(200) })
      .optional()
      .meta({ description: 'The columns of the positions, where a person has chosen them.' }),
  })
  .meta({ description: 'Of a preview: what is known already, without `columns`; the rest is guessed.' })

export type MappingHints = z.output<typeof mappingHintsSchema>

/**
 * The mapping of a preview: a whole one, or only what is known of it.
 *
 * @throws DomainError `invalid-mapping` that names every field at fault
 */
export function parsePreviewMapping(input: unknown): {
  readonly mapping: ImportMapping | null
  readonly hints: MappingHints
} {
  if (input === null || input === undefined) return { mapping: null, hints: {} }
  const isWhole = typeof input === 'object' && 'columns' in input
  if (isWhole) return { mapping: parseImportMapping(input), hints: {} }
  return { mapping: null, hints: parseAs(mappingHintsSchema, input, 'invalid-mapping') }
}
