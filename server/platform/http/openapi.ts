import { createDocument, type ZodOpenApiObject, type ZodOpenApiOperationObject } from 'zod-openapi'
import { z } from 'zod'
import type { ErrorCode } from '../../engine/errors.ts'
import type { Endpoint, ResponseContract } from './endpoint.ts'
import { problemSchema, STATUS_BY_CODE } from './contract.ts'
import { SESSION_COOKIE } from './session-cookie.ts'

const PROBLEM = { 'application/problem+json': { schema: problemSchema } }
/** Refusals of any call: invalid parameters, rate limit, overload, database unavailable. */
const ANY_CALL: readonly ErrorCode[] = ['invalid-parameter', 'rate-limited', 'busy', 'database-unavailable']
const WITH_BODY: readonly ErrorCode[] = ['invalid-body', 'too-large', 'unsupported-media-type']

/**
 * Version of the contract. The product's version is not disclosed without a session, because it reveals known
 * vulnerabilities.
 */
/** The version of the API's contract. */
export const API_VERSION = '1.2.0'

/** The OpenAPI 3.1 document of a list of endpoints: everything in it comes from them; `servers` is relative. */
export function openApiDocument(endpoints: readonly Endpoint[]) {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {}
  for (const endpoint of endpoints) {
    const path = (paths[endpoint.path] ??= {})
    path[endpoint.method] = operation(endpoint)
  }
  const document: ZodOpenApiObject = {
    openapi: '3.1.0',
    info: {
      title: 'Lägesbild',
      version: API_VERSION,
      description:
        'Map services for public-space safety. Times are answered as ISO 8601 with offset. Those that are given are read to the minute: without an offset they are local, a bare date means local midnight; in an address the + of an offset is written %2B. Intervals are [from, to). A parameter or field that is not named here is refused, and so is a parameter that comes twice.',
    },
    servers: [{ url: '/' }],
    paths: paths,
    components: { securitySchemes: SECURITY_SCHEMES },
  }
  return createDocument(document, { override: ({ jsonSchema }) => suitGenerators(jsonSchema) })
}

interface OwnSchema {
  format?: string | undefined
  pattern?: string | undefined
  prefixItems?: unknown
  items?: unknown
  minItems?: number | undefined
  maxItems?: number | undefined
}

/** Says the same in a way that client generators read: no pattern beside a format, and tuples by their length. */
function suitGenerators(schema: OwnSchema): void {
  if (schema.format !== undefined) delete schema.pattern
  if (schema.items !== false || !Array.isArray(schema.prefixItems)) return
  delete schema.items
  schema.minItems = schema.prefixItems.length
  schema.maxItems = schema.prefixItems.length
}

/** The security schemes; see `server/accounts/authenticator.ts`. */
const SECURITY_SCHEMES = {
  key: {
    type: 'http',
    scheme: 'bearer',
    description:
      'An API key, for machines. The rights that an operation lists are scopes that its key needs.',
  },
  basic: {
    type: 'http',
    scheme: 'basic',
    description: 'The same key as the password, whatever the name: for programs that know no other way.',
  },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: SESSION_COOKIE,
    description: `What signing in sets, for people: over https it is called __Host-${SESSION_COOKIE}. The rights that an operation lists come with the role.`,
  },
} as const

/** Who may call: the right that is needed, or merely to be signed in; an empty list for what is open to everybody. */
function securityOf({ access }: Endpoint) {
  if (access === 'anyone') return { security: [] }
  const rights = access === 'signed-in' ? [] : [access]
  return { security: [{ key: rights }, { basic: rights }, { session: rights }] }
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  return {
    operationId: endpoint.id,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...(endpoint.description === undefined ? {} : { description: endpoint.description }),
    ...securityOf(endpoint),
    requestParams: {
      path: endpoint.params as z.ZodObject,
      query: endpoint.query as z.ZodObject,
      ...(endpoint.ifMatch === 'none' ? {} : { header: ifMatchHeader(endpoint) }),
    },
    ...(endpoint.bodyType === 'none' ? {} : { requestBody: requestBody(endpoint) }),
    responses: { ...successes(endpoint), ...refusals(endpoint) },
  }
}

function ifMatchHeader(endpoint: Endpoint) {
  const revision = z.string().meta({ description: 'The revision in quotes, as ETag gave it.' })
  return z.object({ 'If-Match': endpoint.ifMatch === 'required' ? revision : revision.optional() })
}

function requestBody(endpoint: Endpoint) {
  const type = endpoint.bodyType === 'multipart' ? 'multipart/form-data' : 'application/json'
  return { required: true, content: { [type]: { schema: endpoint.body } } }
}

function successes(endpoint: Endpoint) {
  return Object.fromEntries(
    Object.entries(endpoint.responses).map(([status, response]) => [status, responseObject(response)]),
  )
}

function responseObject({ description, content = {}, headers = {} }: ResponseContract) {
  return {
    description,
    content: Object.fromEntries(Object.entries(content).map(([type, schema]) => [type, { schema }])),
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, description]) => [
        name,
        { description, schema: { type: 'string' as const } },
      ]),
    ),
  }
}

/** Refusals by status, each naming the codes that lead to it. */
function refusals(endpoint: Endpoint) {
  const codes = new Set([...impliedRefusals(endpoint), ...endpoint.errors])
  const byStatus = new Map<number, ErrorCode[]>()
  for (const code of codes) {
    const status = STATUS_BY_CODE[code]
    byStatus.set(status, [...(byStatus.get(status) ?? []), code])
  }
  return Object.fromEntries(
    [...byStatus]
      .filter(([status]) => endpoint.responses[status] === undefined)
      .map(([status, names]) => [status, { description: names.join(', '), content: PROBLEM }]),
  )
}

/** Refusals implied by a contract's access, body, `If-Match` and deadline, besides its `errors`. */
export function impliedRefusals(endpoint: Endpoint): readonly ErrorCode[] {
  return [
    ...ANY_CALL,
    ...(endpoint.bodyType === 'none' ? [] : WITH_BODY),
    ...originRefusals(endpoint),
    ...accessRefusals(endpoint),
    ...(endpoint.closedIn.includes('demo') ? (['demo-refused'] as const) : []),
    ...revisionRefusals(endpoint),
    ...(endpoint.deadlineMs === null ? [] : (['deadline-exceeded'] as const)),
  ]
}

/** Refusals of changes from another site's page. */
function originRefusals({ method }: Endpoint): readonly ErrorCode[] {
  return method === 'get' ? [] : ['forbidden']
}

/** Refusals without access: a caller who may not know of the resource gets `not-found`. */
function accessRefusals({ access, resource }: Endpoint): readonly ErrorCode[] {
  if (access === 'anyone') return ['unauthenticated']
  return ['unauthenticated', 'forbidden', ...(resource === null ? [] : (['not-found'] as const))]
}

/** Refusals for a missing or outdated revision. */
function revisionRefusals({ ifMatch }: Endpoint): readonly ErrorCode[] {
  if (ifMatch === 'none') return []
  return ifMatch === 'required' ? ['precondition-failed', 'precondition-required'] : ['precondition-failed']
}
