import { z } from 'zod'
import { csvForm } from '../formats/csv/csv-form.ts'
import { crsField } from '../formats/positions/crs-field.ts'
import { invalidField } from '../engine/errors.ts'
import { CATEGORIES } from '../engine/snapshot/categories.ts'
import { type Flag, PRECISIONS, SETTINGS } from '../engine/snapshot/incident.ts'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { isPlain, textField } from '../platform/http/fields/text-fields.ts'
import { sourceDeclarationSchema } from '../sources/index.ts'
import { IMPORT_MESSAGES as MESSAGES } from './messages.ts'

const MAX_NAME_LENGTH = 200
const MAX_FORMAT = 80

const columnName = textField(MAX_NAME_LENGTH)
const optionalColumn = columnName.nullable().default(null)
/** One column, or several whose texts are read as one. */
const severalColumns = z.union([columnName, z.array(columnName).min(1).max(8)])
const optionalColumns = severalColumns.nullable().default(null).transform(listOf)
const categoryCode = z.enum(
  CATEGORIES.map((category) => category.code),
  { error: `is one of ${CATEGORIES.map((category) => category.code).join(', ')}` },
)

const timezone = z.string().refine(isTimeZone, { error: 'is a time zone, for example Europe/Stockholm' })

const clockTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/, { error: 'is a time of day, for example 00:00' })
  .nullable()
  .optional()

/** What the values of a column stand for. */
const meanings = <S extends z.ZodType>(meaning: S) =>
  z
    .record(z.string(), meaning)
    .refine((byValue) => Object.keys(byValue).every(isPlain), 'names values without control characters')

/** The file of columns and codes that says how a file of incidents is read: `--mapping M.json`, or the API's field. */
export const importMappingSchema = z.strictObject({
  source: z.union([sourceDeclarationSchema.shape.id, sourceDeclarationSchema], {
    error: 'is the id of a known source, or declares one (id, controller, legalBasis, purpose)',
  }),
  layer: textField(MAX_NAME_LENGTH)
    .nullable()
    .default(null)
    .meta({ description: 'Of a file with several (GeoPackage, workbook, …) the layer or sheet to read.' }),
  crs: crsField.optional().meta({
    description: 'Absent = what the file itself names, else WGS 84.',
  }),
  timezone: timezone.optional(),
  columns: z.strictObject({
    externalId: optionalColumns,
    x: optionalColumn,
    y: optionalColumn,
    position: optionalColumn,
    occurredFrom: severalColumns.transform(listOf).meta({
      description:
        'Of several columns, a date and a time of day for example, the texts are read as one, joined by spaces.',
    }),
    occurredTo: optionalColumns,
    reportedAt: optionalColumns,
    category: optionalColumn,
    precision: optionalColumn,
    setting: optionalColumn,
    flags: optionalColumn,
    weight: optionalColumn,
    text: optionalColumn,
  }),
  positionOrder: z.enum(['xy', 'yx']).optional().meta({
    description:
      'Which of a pair in columns.position comes first: the easting or longitude (xy), or the northing or latitude (yx). Left out, it is seen from the file.',
  }),
  timeFormat: textField(MAX_FORMAT).default('iso'),
  unknownTimes: z.strictObject({ occurredFrom: clockTime, occurredTo: clockTime }).default({}).meta({
    description:
      'A time of day that stands for none in a column: such a time is its whole day. Null where every time stands for itself; left out, it is seen from the file.',
  }),
  categories: meanings(categoryCode).default({}),
  precisions: meanings(z.enum(PRECISIONS)).default({}),
  settings: meanings(z.enum(SETTINGS)).default({}),
  flags: meanings(z.enum(['elder_crime', 'hate', 'child', 'domestic'] satisfies readonly Flag[]))
    .default({})
    .meta({
      description: 'Columns that say yes or no, and the flag of each; `columns.flags` lists flags in one.',
    }),
  defaults: z
    .strictObject({
      category: categoryCode.optional(),
      precision: z.enum(PRECISIONS).default('address'),
      setting: z.enum(SETTINGS).default('unknown'),
    })
    .default({ precision: 'address', setting: 'unknown' }),
  allowPartial: z.boolean().default(false).meta({
    description:
      'True to take a JSON file that says of itself that it is a part of more (exceededTransferLimit, a next page).',
  }),
  csv: csvForm,
})

const checkedMappingSchema = importMappingSchema
  .refine(({ columns }) => (columns.x === null) === (columns.y === null), {
    path: ['columns', 'y'],
    error: 'x and y are named together',
  })
  .refine(({ columns }) => columns.position === null || columns.x === null, {
    path: ['columns', 'position'],
    error: 'position is named instead of x and y, not beside them',
  })
  .refine(({ columns, defaults }) => columns.category !== null || defaults.category !== undefined, {
    path: ['columns', 'category'],
    error: 'a category column is named, or defaults.category is',
  })

/** As written in a mapping file. */
export type ImportMappingInput = z.input<typeof importMappingSchema>
/** Checked, with every default filled in; `crs` is the EPSG number, absent when the file is to tell, `externalId` the list of its columns. */
export type ImportMapping = z.output<typeof importMappingSchema>

/**
 * The mapping that a JSON value holds.
 *
 * @throws DomainError `invalid-mapping` that names every field at fault
 */
export function parseImportMapping(input: unknown): ImportMapping {
  if (typeof input === 'object' && input !== null && 'timeFormat' in input && input.timeFormat === null) {
    throw invalidField('invalid-mapping', { field: 'timeFormat', value: null, rule: MESSAGES.undecided })
  }
  return parseAs(checkedMappingSchema, input, 'invalid-mapping')
}

function listOf(names: string | readonly string[] | null): readonly string[] {
  return names === null ? [] : [names].flat()
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
