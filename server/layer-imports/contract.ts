import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { pageFields, pageShape } from '../platform/http/fields/page.ts'
import { idParams } from '../platform/http/fields/text-fields.ts'
import { IMPORTED_KINDS } from './fields.ts'
import { layerMappingHintsSchema, layerMappingSchema } from './layer-mapping.ts'
import { LAYER_IMPORT_PATHS } from './paths.ts'

/** Largest file of a layer, bytes: it is read whole. */
export const MAX_LAYER_BYTES = 64 * 1024 * 1024

const status = z
  .strictObject({
    id: z.int(),
    kind: z.enum(IMPORTED_KINDS),
    register: z.string(),
    fileName: z.string(),
    state: z.enum(['done', 'undone']),
    rowsRead: z.int(),
    added: z.int(),
    revised: z.int(),
    unchanged: z.int(),
    repeated: z.int(),
    rejected: z.int(),
    absent: z.int(),
    closed: z.int(),
    importedAt: z.string(),
    undoneAt: z.string().nullable(),
  })
  .meta({
    id: 'LayerImportStatus',
    description: 'added + revised + unchanged + repeated + rejected = rowsRead.',
  })

const tag = 'layer-imports'

export const createLayerImport = defineEndpoint({
  id: 'createLayerImport',
  method: 'post',
  path: LAYER_IMPORT_PATHS.layerImports,
  tag,
  access: 'layers.write',
  closedIn: ['demo', 'maintenance'],
  isDryRun: ({ preview }) => preview === 'true',
  audit: 'import',
  summary: 'Import a register of cameras, patrol zones or focus areas from a file, or see what would happen',
  description:
    'The part `mapping`, then the part `file`, each once and nothing after it. CSV, JSON or Parquet, plain or gzip; GeoPackage, Shapefile (ZIP), XLSX, ODS, KML, KMZ, FlatGeobuf, GML, DXF, MapInfo (ZIP); told by its bytes. Of a mapping without columns the rest is guessed, with reasons (`notices`, in Swedish and English); what it leaves open (`missing`, `question`) has to be said before the import. A delivery is compared with the earlier ones of its register: new rows are added, changed ones become revisions, and what it lacks is reported.',
  query: z.strictObject({
    preview: z
      .enum(['true', 'false'], 'true or false')
      .default('false')
      .meta({ description: 'Only tells what an import would do.' }),
  }),
  body: z.strictObject({
    mapping: z.union([layerMappingSchema, layerMappingHintsSchema]).meta({ description: 'JSON.' }),
    file: z.string().meta({ format: 'binary' }),
  }),
  bodyType: 'multipart',
  responses: {
    200: json(
      'What was done; of a preview, what would happen and how the first rows would become.',
      z.looseObject({
        import: status.nullable().optional().meta({ description: 'Null when the file says nothing new.' }),
      }),
    ),
  },
  errors: ['invalid-mapping', 'invalid-file'],
  deadlineMs: 120_000,
})

export const listLayerImports = defineEndpoint({
  id: 'listLayerImports',
  method: 'get',
  path: LAYER_IMPORT_PATHS.layerImports,
  tag,
  access: 'layers.read',
  summary: 'Deliveries of registers, newest first',
  query: z.strictObject(pageShape(50, 500)),
  responses: { 200: json('Imports.', z.strictObject({ items: z.array(status), ...pageFields })) },
})

export const getLayerImport = defineEndpoint({
  id: 'getLayerImport',
  method: 'get',
  path: LAYER_IMPORT_PATHS.layerImport,
  tag,
  access: 'layers.read',
  summary: 'A delivery of a register',
  params: idParams,
  responses: { 200: json('What it came to.', status) },
})

export const undoLayerImport = defineEndpoint({
  id: 'undoLayerImport',
  method: 'delete',
  path: LAYER_IMPORT_PATHS.layerImport,
  tag,
  access: 'layers.write',
  resource: 'layers.read',
  closedIn: ['demo', 'maintenance'],
  audit: 'import',
  summary: 'Undo the last delivery of a register, as new revisions',
  description: 'Features that somebody has changed since stay as they are (`kept`).',
  params: idParams,
  responses: {
    200: json('Undone.', status.extend({ kept: z.int() }).meta({ id: 'UndoneLayerImport' })),
  },
  errors: ['conflict'],
  deadlineMs: 120_000,
})
