import { z } from 'zod'
import { AREA_KINDS, type AreaProperties, CONTEXT_KINDS } from '../engine/snapshot/features.ts'
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
  historyEndpoint,
  inOrder,
  optionalDate,
  page,
  sent,
  withoutRevision,
} from '../layers/index.ts'
import { texts } from '../platform/http/fields/texts.ts'

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
const areaOutput = featureOutput(areaGeometrySchema, areaResponse).meta({ id: 'Area' })

export const areas = featureEndpoints({
  name: 'Area',
  plural: 'Areas',
  list: AREA_PATHS.areas,
  one: AREA_PATHS.area,
  read: 'layers.read',
  write: 'layers.write',
  closedIn: ['demo', 'maintenance'],
  input: featureInput(areaGeometrySchema, areaProperties).meta({ id: 'AreaInput' }),
  output: areaOutput,
  query: z.strictObject({
    ...page,
    kind: z
      .enum(AREA_KINDS, `one of ${AREA_KINDS.join(', ')}`)
      .optional()
      .meta({ description: 'Only those of this kind.' }),
  }),
})

export const areaHistory = historyEndpoint('Area', AREA_PATHS.areaHistory, areaOutput)

/** Largest file of areas, bytes: it is read whole. */
export const MAX_AREAS_BYTES = 64 * 1024 * 1024

const KINDS = [...AREA_KINDS, ...CONTEXT_KINDS] as const
const property = textField(200)
const properties = z.array(property).max(20, 'at most 20 properties').default([])

/** What the areas or features of the background map in a file are, and which of its properties say what. */
export const areasImportOptions = z
  .strictObject({
    kind: z.enum(KINDS, `one of ${KINDS.join(', ')}`),
    nameProperty: property.nullable().default(null).meta({
      description: 'The property that holds the name; without it areas are called by kind and number.',
    }),
    name: property.nullable().default(null).meta({
      description: 'What areas without a name of their own are called instead of their kind.',
    }),
    rankProperty: property.nullable().default(null).meta({
      description:
        'Of the background map the property that says from how far a feature is shown, 1 to 5; without it as is usual for its kind.',
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
    description: `JSON. Of the background map (${CONTEXT_KINDS.join(', ')}) only nameProperty, rankProperty, layer and crs are given.`,
  })

export const createAreaImport = defineEndpoint({
  id: 'createAreaImport',
  method: 'post',
  path: AREA_PATHS.areaImports,
  tag: 'areas',
  access: 'layers.write',
  closedIn: ['demo', 'maintenance'],
  audit: 'import',
  summary: 'Import a file as areas, or as features of the background map, of one kind',
  description:
    'The part `options`, then the part `file`, each once and nothing after it. GeoJSON, GeoPackage, Shapefile (ZIP), KML, KMZ, FlatGeobuf, GML, DXF or MapInfo (ZIP), recognised by its first bytes. A file of areas that was imported before adds nothing; premises and what else the background map shows (streets, parks, buildings, place names, …) replace all of their kind.',
  body: z.strictObject({ options: areasImportOptions, file: z.string().meta({ format: 'binary' }) }),
  bodyType: 'multipart',
  responses: {
    200: json(
      'Imported.',
      z.strictObject({
        imported: z.int(),
        unchanged: z.int(),
        notices: z.array(texts),
        rejected: z
          .array(z.strictObject({ feature: z.int(), name: z.string(), rule: texts }))
          .meta({ description: 'What cannot be used, by its place in the file from 1.' }),
      }),
    ),
  },
  errors: ['invalid-file', 'invalid-geometry'],
  deadlineMs: 120_000,
})
