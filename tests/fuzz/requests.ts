import fc from 'fast-check'
import { ENDPOINTS } from '../../server/app.ts'
import { openApiDocument } from '../../server/platform/http/openapi.ts'
import type { Endpoint } from '../../server/platform/http/endpoint.ts'
import { encodeCursor } from '../../server/platform/http/fields/page.ts'
import { TILE_LAYERS } from '../../tiles/schema.ts'
import { fromSchema, type Hints, type Resolve, type Schema } from './from-schema.ts'
import { mutated, oddValue } from './mutate.ts'

/** A text that must never appear in a log or in another caller's response. */
export const SECRET_MARK = 'hemligt-fritextord'

/** A request of the fuzz. */
export interface FuzzRequest {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string; readonly schema: Schema }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> }
  readonly responses: Readonly<Record<string, unknown>>
}

const document = openApiDocument(ENDPOINTS) as unknown as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
const resolve: Resolve = (ref) => document.components.schemas[ref.split('/').at(-1)!]!

/** The documented statuses of an operation. */
export function describedStatuses(operationId: string): ReadonlySet<number> {
  const { path, method } = ENDPOINTS.find(({ id }) => id === operationId)!
  return new Set(Object.keys(document.paths[path]![method]!.responses).map(Number))
}

const lon = fc.double({ min: 17.9, max: 18.9, noNaN: true })
const lat = fc.double({ min: 58.9, max: 59.5, noNaN: true })
const square = fc.tuple(lon, lat, fc.double({ min: 1e-4, max: 0.02, noNaN: true })).map(([x, y, size]) => ({
  type: 'Polygon',
  coordinates: [
    [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
      [x, y],
    ],
  ],
}))
const HINTS: Hints = {
  lon,
  lat,
  geometry: fc.oneof(square, fc.record({ type: fc.constant('Point'), coordinates: fc.tuple(lon, lat) })),
  group: fc.constantFrom('people', 'property', 'order', 'environment', 'all'),
  layer: fc.constantFrom(...TILE_LAYERS),
  z: fc.constant(12),
  x: fc.integer({ min: 2250, max: 2256 }),
  y: fc.integer({ min: 1200, max: 1208 }),
  limit: fc.integer({ min: 1, max: 50 }),
  cursor: fc.constantFrom(1, 5, 2 ** 31 - 1, 2 ** 31, 9_999_999_999).map(encodeCursor),
  from: fc.constantFrom('2025-01-01', '2025-06-01T12:00', '2024-02-29'),
  to: fc.constantFrom('2025-12-31', '2026-03-01', '2025-07-01T00:00+02:00'),
  source: fc.constant('fuzz'),
  text: fc.constant(SECRET_MARK),
  password: fc.constant(`${SECRET_MARK}-lösenord`),
}

function requestTo(endpoint: Endpoint): fc.Arbitrary<FuzzRequest> {
  const operation = document.paths[endpoint.path]![endpoint.method]!
  const parameters = (place: string) =>
    (operation.parameters ?? []).filter((parameter) => parameter.in === place)
  const params = Object.fromEntries(
    parameters('path').map(({ name, schema }) => [name, pathValue(name, schema)]),
  )
  const content = Object.entries(operation.requestBody?.content ?? {})[0]
  return fc
    .record({
      params: fc.record(params),
      query: queryOf(parameters('query')),
      ifMatch:
        parameters('header').length === 0
          ? fc.constant(null)
          : fc.constantFrom(null, '"1"', '"2"', 'W/"x"', '*'),
      body: content === undefined ? fc.constant(null) : bodyOf(content[0], content[1].schema),
      accept: fc.constantFrom('*/*', 'application/json', 'gzip;q=0', ''),
    })
    .map(({ params, query, ifMatch, body, accept }) => ({
      operation: endpoint.id,
      method: endpoint.method.toUpperCase(),
      path:
        endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => (params as Record<string, string>)[name]!) +
        query,
      headers: {
        accept,
        ...(ifMatch === null ? {} : { 'if-match': ifMatch }),
        ...(body === null ? {} : { 'content-type': body.type }),
      },
      body: body?.text ?? null,
    }))
}

/** Existing ids often, odd texts sometimes; never a slash, which would be another path. */
function pathValue(name: string, schema: Schema): fc.Arbitrary<string> {
  const small: fc.Arbitrary<unknown> = HINTS[name] ?? fc.integer({ min: 1, max: 6 })
  const plain = fromSchema(schema, resolve, HINTS)
  const odd = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('..', '%2e%2e', '0', '-1', '1e9', '4294967296'),
  )
  return fc
    .oneof(
      { weight: 12, arbitrary: small.map(asText) },
      { weight: 2, arbitrary: plain.map(asText) },
      { weight: 1, arbitrary: odd },
    )
    .map((text) => (text.startsWith('%') ? text : encodeURIComponent(wellFormed(text)) || '1'))
}

/** Parameters that a call needs. */
const NEEDED: readonly string[] = ['group', 'cell', 'token']
const MAX_PARAMETERS = 4

type Parameter = { readonly name: string; readonly schema: Schema }

function queryOf(parameters: readonly Parameter[]): fc.Arbitrary<string> {
  if (parameters.length === 0) return fc.constantFrom('', '', '', '', '', '?unknown=1', '?', '?a[b]=c')
  const needed = parameters.filter(({ name }) => NEEDED.includes(name))
  const others = parameters.filter(({ name }) => !NEEDED.includes(name))
  return fc
    .subarray([...others], { maxLength: Math.min(MAX_PARAMETERS, others.length) })
    .chain((some) => fc.tuple(...[...needed, ...some].map(pairOf)))
    .map((pairs) => (pairs.length === 0 ? '' : `?${new URLSearchParams(pairs)}`))
}

function pairOf({ name, schema }: Parameter): fc.Arbitrary<[string, string]> {
  const plain = HINTS[name] ?? fromSchema(schema, resolve, HINTS)
  return fc
    .oneof({ weight: 14, arbitrary: plain }, { weight: 1, arbitrary: oddValue })
    .map((value) => [name, wellFormed(asText(value).slice(0, 3000))])
}

interface Body {
  readonly type: string
  readonly text: string
}

function bodyOf(mediaType: string, schema: Schema): fc.Arbitrary<Body> {
  const plain = fromSchema(schema, resolve, HINTS)
  const value = fc.oneof(
    { weight: 6, arbitrary: plain },
    { weight: 3, arbitrary: mutated(plain) },
    { weight: 1, arbitrary: oddValue },
  )
  if (mediaType === 'multipart/form-data') return multipart(value)
  const asJson = value.map((body) => ({ type: 'application/json', text: JSON.stringify(body) ?? '' }))
  const broken = asJson.map(({ type, text }) => ({ type, text: text.slice(0, Math.ceil(text.length / 2)) }))
  const otherMedia = asJson.map(({ text }) => ({ type: 'text/plain', text }))
  return fc.oneof(
    { weight: 10, arbitrary: asJson },
    { weight: 1, arbitrary: broken },
    { weight: 1, arbitrary: otherMedia },
  )
}

const FILES = [
  `id;lon;lat;from;category;text\n1;18.5;59.0;2025-03-01T10:00;theft;${SECRET_MARK}\n`,
  '{"type":"FeatureCollection","features":[]}',
  '[{"id":1}]',
  'id,lon\n"1,2',
  '\u0000\u0001\u0002',
  '',
]

function multipart(fields: fc.Arbitrary<unknown>): fc.Arbitrary<Body> {
  const boundary = fc.constantFrom('----grans', 'x', 'a b')
  return fc
    .tuple(fields, fc.constantFrom(...FILES), boundary, fc.boolean())
    .map(([value, file, mark, whole]) => {
      const parts = Object.entries(typeof value === 'object' && value !== null ? value : {})
        .filter(([name]) => name !== 'file')
        .map(([name, part]) =>
          partOf(mark, `name="${encodeURIComponent(wellFormed(name))}"`, JSON.stringify(part) ?? ''),
        )
      const text = [
        ...parts,
        partOf(mark, 'name="file"; filename="../fil.csv"', file),
        whole ? `--${mark}--\r\n` : '',
      ].join('')
      return { type: `multipart/form-data; boundary=${mark}`, text }
    })
}

function partOf(boundary: string, disposition: string, content: string): string {
  return `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '1')
}

/** Well-formed text: lone surrogates are replaced. */
function wellFormed(text: string): string {
  return Buffer.from(text).toString()
}

/** Any request to any operation: as documented, or mutated. */
export const anyRequest: fc.Arbitrary<FuzzRequest> = fc.oneof(...ENDPOINTS.map(requestTo))
