import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { importMappingSchema } from './import-mapping.ts'
import { mappingHintsSchema } from './mapping-hints.ts'
import { unitTableSchema } from './units/unit-table.ts'
import { pageFields, pageShape } from '../platform/http/fields/page.ts'
import { IMPORT_PATHS } from './paths.ts'
import { idParams, textField } from '../platform/http/fields/text-fields.ts'

const importStatus = z
  .strictObject({
    id: z.int(),
    sourceId: z.string(),
    fileName: z.string(),
    state: z.enum(['reading', 'merging', 'done', 'failed', 'undone']),
    bytesRead: z.number(),
    bytesTotal: z.number().nullable(),
    rowsRead: z.int(),
    accepted: z.int(),
    revised: z.int(),
    rejected: z.int(),
    duplicates: z.int(),
    unknownTimes: z
      .strictObject({ occurredFrom: z.string().optional(), occurredTo: z.string().optional() })
      .meta({
        description: 'Times of day that stood for none: nearly every row had them, so it was read as a date.',
      }),
    error: z.string().nullable(),
    startedAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'ImportStatus', description: 'When done, accepted + rejected + duplicates = rowsRead.' })

const tag = 'imports'

export const createImport = defineEndpoint({
  id: 'createImport',
  method: 'post',
  path: IMPORT_PATHS.imports,
  tag,
  access: 'imports.write',
  closedIn: ['demo'],
  isDryRun: ({ preview }) => preview === 'true',
  audit: 'import',
  summary: 'Import a file of incidents, or see what would happen',
  description:
    'The part `mapping`, then the part `file`, each once and nothing after it. CSV, Parquet or JSON (GeoJSON, GeoJSON lines, a list of records), plain or gzip; GeoPackage, Shapefile (ZIP), XLSX, ODS, KML, KMZ, FlatGeobuf, GML, DXF, MapInfo (ZIP); recognised by its bytes; anything else is refused by its name. A preview reads at most 300,000 rows; without columns in its mapping it guesses the rest, with reasons (`notices`, in Swedish and English), and asks (`question`) where day and month cannot be told apart.',
  query: z.strictObject({
    preview: z
      .enum(['true', 'false'], 'true or false')
      .default('false')
      .meta({ description: 'Only tells what an import would do.' }),
    layer: textField(200).optional().meta({
      description:
        'Of a preview without a mapping: which layer or sheet to read, where the file has several.',
    }),
  }),
  body: z.strictObject({
    mapping: z.union([importMappingSchema, unitTableSchema, mappingHintsSchema]).optional().meta({
      description:
        'JSON; of a preview, which tables of sums have none of, it may hold what is known (source, crs, timezone, timeFormat) or be left out.',
    }),
    file: z.string().meta({ format: 'binary' }),
  }),
  bodyType: 'multipart',
  responses: {
    200: json('Preview: what would happen. Nothing is stored.', z.looseObject({})),
    202: {
      ...json('Begun; the status shows how far it is.', importStatus),
      headers: { Location: 'Its status.' },
    },
  },
  errors: ['invalid-mapping', 'invalid-file', 'not-found', 'conflict'],
  deadlineMs: null,
})

export const listImports = defineEndpoint({
  id: 'listImports',
  method: 'get',
  path: IMPORT_PATHS.imports,
  tag,
  access: 'imports.read',
  summary: 'Imports, newest first',
  query: z.strictObject(pageShape(50, 500)),
  responses: { 200: json('Imports.', z.strictObject({ items: z.array(importStatus), ...pageFields })) },
})

export const getImport = defineEndpoint({
  id: 'getImport',
  method: 'get',
  path: IMPORT_PATHS.import,
  tag,
  access: 'imports.read',
  summary: 'How an import goes',
  params: idParams,
  responses: { 200: json('Its status.', importStatus) },
})

export const getImportRejects = defineEndpoint({
  id: 'getImportRejects',
  method: 'get',
  path: IMPORT_PATHS.importRejects,
  tag,
  // Rejected rows are incidents as they came, word for word.
  access: 'incidents.read',
  resource: 'imports.read',
  audit: 'export',
  summary: 'The rows that were rejected: line, column, reason, detail and the original text',
  description: 'The details are in Swedish where `Accept-Language` prefers it.',
  params: idParams,
  responses: { 200: { description: 'CSV.', content: { 'text/csv': z.string() } } },
  deadlineMs: null,
})

export const undoImport = defineEndpoint({
  id: 'undoImport',
  method: 'delete',
  path: IMPORT_PATHS.import,
  tag,
  access: 'imports.write',
  resource: 'imports.read',
  closedIn: ['demo', 'maintenance'],
  audit: 'import',
  summary: 'Undo an import, as new revisions',
  params: idParams,
  responses: { 200: json('Undone.', importStatus) },
  errors: ['conflict'],
  deadlineMs: 120_000,
})
