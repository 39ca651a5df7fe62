import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import type { LikelySystem } from '../engine/projection/likely-systems.ts'
import type { ProposalProperties } from '../engine/snapshot/features.ts'
import { areaGeometrySchema, featureInput, featureOutput } from '../platform/http/fields/geojson.ts'
import { PROPOSAL_PATHS } from './paths.ts'
import { optionalText, textField, wholeNumber } from '../platform/http/fields/text-fields.ts'
import { answered, featureEndpoints, ignored, page, sent } from '../layers/index.ts'
import type { Texts } from '../engine/texts.ts'
import { texts } from '../platform/http/fields/texts.ts'

const proposalShape = {
  title: textField(300),
  description: optionalText(10_000),
  caseNumber: optionalText(100),
}

const proposalProperties = sent({ ...proposalShape, createdBy: ignored }).transform(
  ({ title, description, caseNumber }): ProposalProperties => ({ title, description, caseNumber }),
)

const proposalResponse = answered({
  ...proposalShape,
  createdBy: z.string().nullable().describe('The account or key that recorded it, as account/3.'),
})

export const proposals = featureEndpoints({
  name: 'Proposal',
  plural: 'Proposals',
  list: PROPOSAL_PATHS.proposals,
  one: PROPOSAL_PATHS.proposal,
  read: 'proposals.read',
  write: 'proposals.write',
  input: featureInput(areaGeometrySchema, proposalProperties).meta({ id: 'ProposalInput' }),
  output: featureOutput(areaGeometrySchema, proposalResponse).meta({ id: 'Proposal' }),
  query: z.strictObject(page),
})

/** Largest file of a proposal, bytes: it is read whole. */
export const MAX_PROPOSAL_FILE_BYTES = 16 * 1024 * 1024

/** How a file of a proposal is read where it does not say it itself. */
export const proposalFileOptions = z.strictObject({
  layer: textField(200)
    .nullable()
    .default(null)
    .meta({ description: 'Of a file with several layers the one to read.' }),
  crs: wholeNumber(1024, 999_999)
    .nullable()
    .default(null)
    .meta({ description: 'EPSG code of the positions, where the file does not name it.' }),
  exchanged: z.boolean().default(false).meta({
    description: 'True where each position has its northing or latitude first.',
  }),
})
export type ProposalFileOptions = z.output<typeof proposalFileOptions>

/** An outline of a file, of which a proposal may be made. */
export interface ProposalPart {
  /** Its place in the file, from 1. */
  readonly feature: number
  /** What the file calls it; null when it calls it nothing. */
  readonly name: string | null
  readonly geometry: ProposalGround
  readonly areaM2: number
  /** What was put right; null for nothing. */
  readonly notice: Texts | null
}
type ProposalGround = z.output<typeof areaGeometrySchema>

/** What a file of a proposal holds, or what has to be chosen before it can be read. */
export interface ProposalFile {
  readonly parts: readonly ProposalPart[]
  /** Features that are no outline: how many, and why the first is not. */
  readonly unused: number
  readonly unusedRule: Texts | null
  /** Layers to choose from, when the file has several and none was chosen. */
  readonly layers: readonly { readonly name: string; readonly holds: string }[]
  /** Coordinate systems to choose from, likeliest first, when nothing says it. */
  readonly likelySystems: readonly LikelySystem[]
  /** The city to see them beside; null without that choice, or without a study area. */
  readonly cityOutline: CityOutline | null
}

/** Study area and waters, thinned for a small map: rings of longitudes and latitudes. */
export interface CityOutline {
  readonly study: readonly Rings[]
  readonly water: readonly Rings[]
}
type Rings = readonly (readonly (readonly [lon: number, lat: number])[])[]

const position = z.tuple([z.number(), z.number()])
const polygons = z.array(z.array(z.array(position)))

const part = z.strictObject({
  feature: z.int(),
  name: z.string().nullable(),
  geometry: areaGeometrySchema,
  areaM2: z.number(),
  notice: texts.nullable(),
})

export const readProposalFile = defineEndpoint({
  id: 'readProposalFile',
  method: 'post',
  path: PROPOSAL_PATHS.proposalFiles,
  tag: 'proposals',
  access: 'checks.run',
  audit: null,
  summary: 'The outlines of a file, of which a proposal may be made; stores nothing',
  description:
    'The part `options`, which may be left out, then the part `file`. GeoJSON, GeoPackage, Shapefile (ZIP), KML, KMZ, FlatGeobuf, GML, DXF, MapInfo (ZIP), CSV with WKT; told by its bytes. Where the file has several layers, or does not say its coordinate system, there is something to choose instead of parts.',
  body: z.strictObject({
    options: proposalFileOptions.optional().meta({ description: 'JSON.' }),
    file: z.string().meta({ format: 'binary' }),
  }),
  bodyType: 'multipart',
  responses: {
    200: json(
      'What it holds.',
      z.strictObject({
        parts: z.array(part),
        unused: z.int(),
        unusedRule: texts.nullable(),
        layers: z.array(z.strictObject({ name: z.string(), holds: z.string() })),
        likelySystems: z.array(
          z.strictObject({
            srid: z.int(),
            name: z.string(),
            swapped: z.boolean(),
            inside: z.number(),
            rank: z.int(),
            reason: texts,
            place: texts.meta({ description: 'Where the positions would lie beside the city.' }),
            points: z.array(position).meta({ description: 'Some of them, longitude and latitude.' }),
          }),
        ),
        cityOutline: z
          .strictObject({ study: polygons, water: polygons })
          .nullable()
          .meta({ description: 'The city beside them, thinned; null where nothing has to be chosen.' }),
      }),
    ),
  },
  errors: ['invalid-file', 'invalid-geometry'],
  deadlineMs: 60_000,
  heavy: true,
})
