import { z } from 'zod'
import { AREA_KINDS, PREMISES_KINDS } from '../domain/features.ts'
import { defineEndpoint, json } from './endpoint.ts'
import { PATHS } from './paths.ts'
import { dateField, textField, wholeNumber } from './fields/text-fields.ts'

/** Largest file of areas, bytes: it is read whole. */
export const MOST_AREAS_BYTES = 64 * 1024 * 1024

const KINDS = [...AREA_KINDS, ...PREMISES_KINDS] as const

/** What the areas or premises of a file are, and which of its properties say what. */
export const areasImportOptions = z
  .strictObject({
    kind: z.enum(KINDS, `one of ${KINDS.join(', ')}`),
    nameProperty: textField(200).nullable().default(null),
    residentsProperties: z.array(textField(200)).max(20).default([]),
    visitorsProperties: z.array(textField(200)).max(20).default([]),
    exposureSource: textField(500).nullable().default(null),
    validFrom: dateField.nullable().default(null),
    validTo: dateField.nullable().default(null),
    crs: wholeNumber(1024, 999_999).default(4326),
  })
  .meta({ id: 'AreasImportOptions' })

export const createAreaImport = defineEndpoint({
  id: 'createAreaImport',
  method: 'post',
  path: PATHS.areaImports,
  tag: 'areas',
  access: 'layers.write',
  audit: 'import',
  summary: 'Import the polygons of a GeoJSON file as areas of one kind: all of them or none',
  description:
    'The part `options`, then the part `file`, each once and nothing after it. A file of areas that was imported before adds nothing; premises replace all of their kind.',
  body: z.strictObject({ options: areasImportOptions, file: z.string().meta({ format: 'binary' }) }),
  bodyType: 'multipart',
  responses: {
    200: json(
      'Imported.',
      z.strictObject({ imported: z.int(), unchanged: z.int(), notices: z.array(z.string()) }),
    ),
  },
  errors: ['invalid-file', 'invalid-geometry', 'demo-refused'],
  deadlineMs: 120_000,
})
