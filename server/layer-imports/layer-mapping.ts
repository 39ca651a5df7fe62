import { z } from 'zod'
import { type DomainError, invalidField } from '../engine/errors.ts'
import { csvForm } from '../formats/csv/csv-form.ts'
import { crsField } from '../formats/positions/crs-field.ts'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { isPlain, textField } from '../platform/http/fields/text-fields.ts'
import { FIELD_NAMES, IMPORTED_KINDS, LAYER_FIELDS } from './fields.ts'
import type { Texts } from '../engine/texts.ts'
import { DELIVERY_MESSAGES as MESSAGES } from './messages.ts'

const MAX_NAME_LENGTH = 200
const STATUSES = ['planned', 'active', 'removed'] as const

const columnName = textField(MAX_NAME_LENGTH)
const optionalColumn = columnName.nullable().default(null)
const severalColumns = z
  .union([columnName, z.array(columnName).min(1).max(8)])
  .nullable()
  .default(null)
  .transform((names) => (names === null ? [] : [names].flat()))
const fieldColumns = Object.fromEntries(FIELD_NAMES.map((name) => [name, optionalColumn]))

const known = {
  kind: z.enum(IMPORTED_KINDS, `is one of ${IMPORTED_KINDS.join(', ')}`),
  register: textField(MAX_NAME_LENGTH).optional().meta({
    description:
      'Whose list the file is a delivery of; a later delivery is compared with the earlier ones of the same. Left out, the layer has one.',
  }),
  layer: textField(MAX_NAME_LENGTH)
    .nullable()
    .default(null)
    .meta({ description: 'Of a file with several layers or sheets the one to read.' }),
  crs: crsField.optional().meta({ description: 'Absent = what the file itself names, else WGS 84.' }),
  defaults: z
    .partialRecord(
      z.enum(FIELD_NAMES, 'is a property of the layer'),
      z.union([textField(4000), z.number().transform(String)]),
    )
    .default({})
    .meta({ description: 'What stands where there is no column, or nothing in it, written as in a file.' }),
  missing: z.enum(['keep', 'close'], 'is keep or close').default('keep').meta({
    description:
      'What becomes of features that an earlier delivery held and this one lacks: they are reported, and closed (camera removed, validity ended today) only where it says so.',
  }),
}

/** What is known of a mapping before the rest is guessed: it names no columns. */
export const layerMappingHintsSchema = z
  .strictObject(known)
  .meta({ description: 'What is known already, without columns; the rest is guessed.' })

/** The file of columns and codes that says how a file of a layer is read. */
export const layerMappingSchema = z.strictObject({
  ...known,
  columns: z.strictObject({
    externalId: severalColumns,
    x: optionalColumn,
    y: optionalColumn,
    position: optionalColumn.meta({
      description: 'A column with whole positions or outlines (WKT, GeoJSON, "lat, lon").',
    }),
    ...fieldColumns,
  }),
  positionOrder: z.enum(['xy', 'yx']).optional(),
  dateFormat: textField(80).default('iso'),
  statuses: z
    .record(z.string(), z.enum(STATUSES, `is one of ${STATUSES.join(', ')}`))
    .refine((byText) => Object.keys(byText).every(isPlain), 'names texts without control characters')
    .default({})
    .meta({ description: 'What the texts of a status stand for; `*` for all others.' }),
  allowPartial: z.boolean().default(false).meta({
    description: 'True to take a JSON file that says of itself that it is a part of more.',
  }),
  csv: csvForm,
})

/** As written in a mapping file. */
export type LayerMappingInput = z.input<typeof layerMappingSchema>
/** Checked, with every default filled in. */
export type LayerMapping = Omit<z.output<typeof layerMappingSchema>, 'columns'> & {
  readonly columns: {
    readonly externalId: readonly string[]
    readonly x: string | null
    readonly y: string | null
    readonly position: string | null
    readonly [field: string]: string | readonly string[] | null
  }
}
export type LayerMappingHints = z.output<typeof layerMappingHintsSchema>

/**
 * The mapping that a JSON value holds: a whole one, or only what is known of it.
 *
 * @throws DomainError `invalid-mapping` that names every field at fault
 */
export function parseLayerMapping(
  input: unknown,
):
  | { readonly mapping: LayerMapping; readonly hints: null }
  | { readonly mapping: null; readonly hints: LayerMappingHints } {
  const isWhole = typeof input === 'object' && input !== null && 'columns' in input
  if (!isWhole)
    return { mapping: null, hints: checked(parseAs(layerMappingHintsSchema, input, 'invalid-mapping'), {}) }
  const mapping = parseAs(layerMappingSchema, input, 'invalid-mapping') as unknown as LayerMapping
  return { mapping: checked(mapping, mapping.columns), hints: null }
}

/** @throws DomainError `invalid-mapping` for what is no property of the layer, or contradicts itself */
function checked<M extends LayerMappingHints>(mapping: M, columns: Readonly<Record<string, unknown>>): M {
  const own = new Set(LAYER_FIELDS[mapping.kind].map(({ name }) => name))
  const named = FIELD_NAMES.filter((name) => !own.has(name))
  const foreign = [
    ...named.filter((name) => columns[name] != null).map((name) => `columns.${name}`),
    ...named.filter((name) => name in mapping.defaults).map((name) => `defaults.${name}`),
  ]
  if (foreign.length > 0) throw refused(foreign[0]!, MESSAGES.foreignProperty(mapping.kind))
  if ((columns['x'] == null) !== (columns['y'] == null)) throw refused('columns.y', MESSAGES.bothCoordinates)
  if (columns['position'] != null && columns['x'] != null)
    throw refused('columns.position', MESSAGES.positionAlone)
  return mapping
}

function refused(field: string, rule: Texts): DomainError {
  return invalidField('invalid-mapping', { field, rule })
}

/** Whose list a file is a delivery of. */
export function registerOf({ kind, register }: Pick<LayerMappingHints, 'kind' | 'register'>): string {
  return register ?? kind
}
