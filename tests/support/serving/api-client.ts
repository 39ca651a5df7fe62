import Ajv2020 from 'ajv/dist/2020.js'
import { expect } from 'vitest'
import { ENDPOINTS } from '../../../server/app.ts'
import type { RemoteServer } from '../../../server/cli/session.ts'
import { openApiDocument } from '../../../server/platform/http/openapi.ts'
import type { Problem } from '../../../server/platform/http/contract.ts'

const document = openApiDocument(ENDPOINTS)
const ajv = new Ajv2020.default({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema(document, 'api')

/** Any JSON value, untyped for tests. */
export type Json = ReturnType<typeof JSON.parse>

export interface ApiResponse {
  readonly status: number
  readonly headers: Headers
  readonly body: Json
}

/**
 * Calls a server and validates every response against the OpenAPI document: status, media type and schema.
 *
 * @param server its address, or another way to it
 * @param always headers of every call, such as credentials
 */
export function createApiClient(
  server: string | RemoteServer['request'],
  always: Readonly<Record<string, string>> = {},
) {
  const reach =
    typeof server === 'string' ? (path: string, init: RequestInit) => fetch(server + path, init) : server
  return async function call(
    method: string,
    path: string,
    { body, headers = {} }: { readonly body?: unknown; readonly headers?: Record<string, string> } = {},
  ): Promise<ApiResponse> {
    const isForm = body instanceof FormData
    const response = await reach(path, {
      method,
      headers: {
        ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...always,
        ...headers,
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    })
    const text = await response.text()
    const type = response.headers.get('content-type')?.split(';')[0] ?? null
    const isJson = type?.endsWith('json') === true && method !== 'HEAD'
    const parsed: unknown = isJson ? JSON.parse(text) : text
    expectDescribed(method.toLowerCase(), path.split('?')[0]!, response.status, type, parsed)
    return { status: response.status, headers: response.headers, body: parsed }
  }
}

function expectDescribed(
  method: string,
  path: string,
  status: number,
  type: string | null,
  body: unknown,
): void {
  const endpoint = ENDPOINTS.find(
    (candidate) =>
      candidate.method === method &&
      new RegExp(`^${candidate.path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path),
  )
  if (endpoint === undefined) return
  const where = `${method} ${path} ${status}`
  const escaped = endpoint.path.replaceAll('~', '~0').replaceAll('/', '~1')
  const pointer = `api#/paths/${encodeURIComponent(escaped)}/${method}/responses/${status}`
  const responses = (document.paths as Json)[endpoint.path][method].responses
  expect(Object.keys(responses), `${where} is described`).toContain(String(status))
  if (type === null) return
  expect(Object.keys(responses[status].content ?? {}), `${where} media type`).toContain(type)
  const validate = ajv.getSchema(
    `${pointer}/content/${encodeURIComponent(type.replaceAll('/', '~1'))}/schema`,
  )
  expect(validate, `${where} schema`).toBeTypeOf('function')
  expect(validate!(body) ? [] : validate!.errors, where).toEqual([])
}

/** The problem of a response, with checked status and media type. */
export function problemOf(reply: ApiResponse): Problem {
  expect(reply.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(reply.body.status).toBe(reply.status)
  return reply.body as Problem
}

/** A polygon of WGS 84 of so many metres' width, roughly, near the centre of EPSG:3006's Stockholm. */
export function square(lon = 18.06, lat = 59.33, degrees = 0.004) {
  const [e, n] = [lon + degrees, lat + degrees / 2]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [lon, lat],
        [e, lat],
        [e, n],
        [lon, n],
        [lon, lat],
      ],
    ],
  }
}
