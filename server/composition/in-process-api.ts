import { Readable } from 'node:stream'
import { databaseRoutes, engineRoutes, PATHS } from '../app.ts'
import {
  createOrganisationService,
  createKeyService,
  createMembershipOf,
  createPeopleService,
} from '../accounts/index.ts'
import { importAreas, readAreasFile } from '../areas/index.ts'
import { createLayerImportService } from '../layer-imports/index.ts'
import type { Config } from '../config/config.ts'
import { OPERATING } from '../platform/access/principal.ts'
import { createGuard } from '../platform/access/guard.ts'
import { createCallAudit } from '../platform/audit/call-audit.ts'
import { createSubjectOf } from '../platform/audit/audit-subject.ts'
import { createUseTally } from '../platform/audit/use-tally.ts'
import type { EndpointResponse } from '../platform/http/endpoint-response.ts'
import type { ApiInput, CallApi, FileToSend } from '../platform/http/call-api.ts'
import type { Endpoint } from '../platform/http/endpoint.ts'
import type { Upload } from '../platform/http/multipart.ts'
import { createPerform, type RawCall } from '../platform/http/perform.ts'
import { REVIEW_PAGES } from '../reviews/index.ts'
import { createSurveyService } from '../surveys/index.ts'
import { createAuditReader } from '../platform/audit/audit-reader.ts'
import type { Engine } from './engine.ts'
import type { Storage } from './storage.ts'
import { upkeepOf } from './upkeep.ts'
import type { Language } from '../engine/texts.ts'

/** The API in this process, for commands where no server runs. */
export interface InProcessApi {
  readonly call: CallApi
  /** Writes pending counts. */
  close(): Promise<void>
}

interface Deps {
  readonly storage: Storage
  /** Loaded by the first call that needs it. */
  readonly engine: () => Promise<Engine>
  readonly config: Pick<Config, 'publicUrl' | 'port'>
  /** Of whoever gives the commands. */
  readonly language: Language
}

/** The routes, guard and audit of the API without a listener: every caller is the operator. */
export function createInProcessApi({ storage, engine, config, language }: Deps): InProcessApi {
  const { repositories, auditLog, clock, log, city, imports } = storage
  const uses = createUseTally({ audit: repositories.audit, keys: repositories.keys, clock, log })
  const perform = createPerform({
    guard: createGuard({ demo: city.demo, isUnderMaintenance: imports.isMerging }),
    audit: createCallAudit({ auditLog, uses, subjectOf: createSubjectOf(PATHS) }),
  })
  const baseUrl = config.publicUrl?.replace(/\/+$/, '') ?? `http://localhost:${config.port}`
  const parts = { storage, reviewPages: REVIEW_PAGES, baseUrlOf: () => baseUrl }
  const onDatabase = databaseRoutes({ ...parts, ...servicesOf(storage) })
  const routeOf = async (endpoint: Endpoint) => {
    const isOf = (route: { readonly endpoint: Endpoint }) => route.endpoint === endpoint
    const route = onDatabase.find(isOf) ?? engineRoutes({ ...parts, engine: await engine() }).find(isOf)
    if (route === undefined) throw new TypeError(`${endpoint.id} is not for commands.`)
    return route
  }
  return {
    call: async (endpoint, input = {}) =>
      responseOf(await perform(await routeOf(endpoint), rawCallOf(input, language))),
    close: () => uses.flush(),
  }
}

/** The services that need only the database. Running servers see their changes within a second. */
function servicesOf(storage: Storage) {
  const { repositories, clock, auditLog: audit, projection, zone } = storage
  const shared = { ...repositories, audit, clock, onChange: () => {} }
  const areas = { features: repositories.features, srid: projection.srid, read: readAreasFile }
  return {
    people: createPeopleService(shared),
    organisations: createOrganisationService(shared),
    keys: createKeyService({ ...shared, membershipOf: createMembershipOf(clock, zone) }),
    surveys: createSurveyService(repositories),
    auditLog: createAuditReader(repositories),
    upkeep: upkeepOf(storage),
    layerImports: createLayerImportService({ ...repositories, srid: projection.srid, zone, clock }),
    importAreas: (...[bytes, options, signal]: Parameters<Engine['importAreas']>) =>
      importAreas(bytes, options, areas, signal),
  }
}

const NEVER = new AbortController().signal

function rawCallOf(
  { params = {}, query = {}, body, upload, signal = NEVER }: ApiInput,
  language: Language,
): RawCall {
  return {
    principal: OPERATING,
    params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)])),
    query,
    ifMatch: undefined,
    json: () => body,
    upload: async () => uploadOf(upload),
    request: { url: '', originalUrl: '', headers: { 'accept-language': language }, ip: undefined },
    signal,
  }
}

function uploadOf(file: FileToSend | undefined): Upload {
  if (file === undefined) throw new TypeError('This endpoint takes a file.')
  const { fields, fileName, chunks } = file
  const stream = Readable.from(chunks, { objectMode: false }).on('error', () => {})
  return { fields: new Map(Object.entries(fields)), fileName, stream, bytesTotal: null }
}

/** A response as a server would send it. */
function responseOf({ status, headers, body }: EndpointResponse): Response {
  const lines = Object.entries(headers).flatMap(([name, value]) =>
    [value].flat().map((line): [string, string] => [name, line]),
  )
  return new Response(contentOf(body), { status, headers: lines })
}

function contentOf(body: EndpointResponse['body']): BodyInit | null {
  if (body.kind === 'none') return null
  if (body.kind === 'json') return JSON.stringify(body.value)
  if (body.kind === 'bytes') return body.bytes as BodyInit
  return Readable.toWeb(Readable.from(bytesOf(body.chunks), { objectMode: false })) as BodyInit
}

async function* bytesOf(chunks: AsyncIterable<Uint8Array | string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}
