import { z } from 'zod'
import { AREA_KINDS, type AreaProperties, PREMISES_KINDS } from '../engine/snapshot/features.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { areaGeometrySchema, featureInput, featureOutput } from '../platform/http/fields/geojson.ts'
import { AREA_PATHS } from './paths.ts'
import {
  dateField,
  optionalNumber,
  optionalText,
  textField,
  wholeNumber,
} from '../platform/http/fields/text-fields.ts'
import {
  answered,
  featureEndpoints,
  inOrder,
  optionalDate,
  page,
  sent,
  withoutRevision,
} from '../layers/index.ts'

const areaShape = {
  kind: z.enum(AREA_KINDS, `one of ${AREA_KINDS.join(', ')}`),
  name: textField(200),
  validFrom: optionalDate,
  validTo: optionalDate,
  residents: optionalNumber(0, 1e8),
  visitors: optionalNumber(0, 1e9),
  exposureSource: optionalText(500),
  derived: z.boolean('true or false').default(false),
}

const areaProperties = sent(areaShape)
  .refine((area) => inOrder(area.validFrom, area.validTo), {
    path: ['validTo'],
    message: 'must not be before validFrom',
  })
  .transform((given): AreaProperties => withoutRevision(given))

const areaResponse = answered(areaShape)

export const areas = featureEndpoints({
  name: 'Area',
  plural: 'Areas',
  list: AREA_PATHS.areas,
  one: AREA_PATHS.area,
  read: 'layers.read',
  write: 'layers.write',
  closedIn: ['demo', 'maintenance'],
  input: featureInput(areaGeometrySchema, areaProperties).meta({ id: 'AreaInput' }),
  output: featureOutput(areaGeometrySchema, areaResponse).meta({ id: 'Area' }),
  query: z.strictObject({
    ...page,
    kind: z
      .enum(AREA_KINDS, `one of ${AREA_KINDS.join(', ')}`)
      .optional()
      .meta({ description: 'Only those of this kind.' }),
  }),
})

/** Largest file of areas, bytes: it is read whole. */
export const MAX_AREAS_BYTES = 64 * 1024 * 1024

const KINDS = [...AREA_KINDS, ...PREMISES_KINDS] as const
const property = textField(200)
const properties = z.array(property).max(20, 'at most 20 properties').default([])

/** What the areas or premises of a file are, and which of its properties say what. */
export const areasImportOptions = z
  .strictObject({
    kind: z.enum(KINDS, `one of ${KINDS.join(', ')}`),
    nameProperty: property.nullable().default(null).meta({
      description: 'The property that holds the name; without it areas are called by kind and number.',
    }),
    residentsProperties: properties.meta({ description: 'Properties that add up to the residents.' }),
    visitorsProperties: properties.meta({ description: 'Properties that add up to the visitors.' }),
    layer: property.nullable().default(null).meta({
      description: 'Of a file with several layers the one to read.',
    }),
    exposureSource: optionalText(500).meta({
      description: 'Where residents and visitors come from, and their date.',
    }),
    validFrom: dateField.nullable().default(null).meta({ description: 'First day of validity.' }),
    validTo: dateField.nullable().default(null).meta({ description: 'Last day of validity.' }),
    crs: wholeNumber(1024, 999_999).optional().meta({
      description:
        'EPSG code of the positions. Absent = what the file names in its member `crs`, else WGS 84.',
    }),
  })
  .meta({
    id: 'AreasImportOptions',
    description: `JSON. Of premises (${PREMISES_KINDS.join(', ')}) only nameProperty and crs are told.`,
  })

export const createAreaImport = defineEndpoint({
  id: 'createAreaImport',
  method: 'post',
  path: AREA_PATHS.areaImports,
  tag: 'areas',
  access: 'layers.write',
  closedIn: ['demo', 'maintenance'],
  audit: 'import',
  summary: 'Import the polygons of a file as areas of one kind',
  description:
    'The part `options`, then the part `file`, each once and nothing after it. GeoJSON, GeoPackage, Shapefile (ZIP), KML, KMZ, FlatGeobuf, GML, DXF or MapInfo (ZIP), told by its first bytes. A file of areas that was imported before adds nothing; premises replace all of their kind.',
  body: z.strictObject({ options: areasImportOptions, file: z.string().meta({ format: 'binary' }) }),
  bodyType: 'multipart',
  responses: {
    200: json(
      'Imported.',
      z.strictObject({
        imported: z.int(),
        unchanged: z.int(),
        notices: z.array(z.string()),
        rejected: z
          .array(z.strictObject({ feature: z.int(), name: z.string(), rule: z.string() }))
          .meta({ description: 'What cannot be used, by its place in the file from 1.' }),
      }),
    ),
  },
  errors: ['invalid-file', 'invalid-geometry'],
  deadlineMs: 120_000,
})
