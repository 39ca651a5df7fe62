import { Agent, request as httpRequest } from 'node:http'
import { Writable } from 'node:stream'
import { pino } from 'pino'
import { type SignedInAs } from '../support/serving/sign-in.ts'
import { startTestServer, type TestServer, type TestServerOptions } from '../support/serving/start-server.ts'
import { describedStatuses, type FuzzRequest, SECRET_MARK } from './requests.ts'
import type { Source } from '../../server/engine/snapshot/source.ts'

const SOURCE: Source = {
  id: 'fuzz',
  title: 'Prov',
  register: 'other',
  controller: 'Nämnden',
  legalBasis: 'Prov',
  agreement: null,
  purpose: 'Prov',
  audiences: ['analyst'],
  boards: null,
  citable: true,
  retentionDays: null,
  coversFrom: null,
  coversTo: null,
  coversAreaId: null,
}
/** Node's response to a too large head. */
const TOO_MANY_HEADERS = 431
/** Generous, because a machine may be busy; a server that hangs does so for ever. */
const WAIT_TIMEOUT_MS = 60_000
/** Incidents of the demo's town, which is a writable city here. */
const INCIDENTS = 500

/** A server to be fuzzed, its log, and a client. */
export async function startFuzzServer(options: TestServerOptions) {
  let last = 0
  let logged = ''
  const keep = new Writable({
    write(chunk: Buffer, _encoding, done) {
      logged = (logged + chunk.toString()).slice(-2_000_000)
      done()
    },
  })
  const server = await startTestServer({
    ...options,
    signIn: null,
    townIncidents: INCIDENTS,
    log: pino({ level: 'trace' }, keep),
  })
  await server.storage.repositories.sources.save(SOURCE)
  await server.engine.snapshots.refresh()
  const answered = new Map<string, Set<number>>()
  const agent = new Agent({ keepAlive: true, maxSockets: 8 })
  return {
    server,
    lastStatus: () => last,
    logged: () => logged,
    /** Sends a request as a role; gives what is wrong with the response, or null. */
    async request(role: SignedInAs, request: FuzzRequest): Promise<string | null> {
      let { cookie } = await server.people.credentials(role)
      let reply = await send(server, agent, request, cookie)
      // The session was ended or the account's rights withdrawn: continues with a new session.
      if (reply.status === 401 && role !== 'public') {
        server.people.renew(role)
        cookie = (await server.people.credentials(role)).cookie
        reply = await send(server, agent, request, cookie)
      }
      answered.set(request.operation, (answered.get(request.operation) ?? new Set()).add(reply.status))
      last = reply.status
      return faultOf(request, reply) ?? leakIn(logged, [cookie.split('=')[1]!, SECRET_MARK])
    },
    async close() {
      agent.destroy()
      await server.close()
    },
  }
}

interface ApiResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

function send(server: TestServer, agent: Agent, request: FuzzRequest, cookie: string): Promise<ApiResponse> {
  const { method, path, headers, body } = request
  return new Promise((resolve, reject) => {
    const call = httpRequest(
      {
        host: '127.0.0.1',
        port: server.port,
        agent,
        method,
        path,
        headers: { ...headers, cookie },
        timeout: WAIT_TIMEOUT_MS,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () =>
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            body: Buffer.concat(chunks).toString(),
          }),
        )
      },
    )
    call.on('timeout', () => call.destroy(new Error(`No answer within ${WAIT_TIMEOUT_MS} ms.`)))
    call.on('error', reject)
    call.end(body ?? undefined)
  })
}

/** Faults that no caller's mistake may cause. */
function faultOf(request: FuzzRequest, { status, headers, body }: ApiResponse): string | null {
  const shown = `${status} ${body.slice(0, 300)}`
  if (status >= 500 && !(status === 503 && headers['retry-after'] !== undefined)) return `a failure: ${shown}`
  if (
    status >= 400 &&
    status !== TOO_MANY_HEADERS &&
    !String(headers['content-type']).startsWith('application/problem+json')
  )
    return `a refusal that is no problem+json: ${shown}`
  if (
    status !== 503 &&
    status !== TOO_MANY_HEADERS &&
    !describedStatuses(request.operation).has(status) &&
    !isOtherPath(status, request)
  )
    return `a status that is not described: ${shown}`
  if (/\bat .+\.(ts|js):\d+/.test(body)) return `a stack trace: ${shown}`
  return null
}

/** Whether a path with an empty or climbing parameter is another path. */
function isOtherPath(status: number, { path }: FuzzRequest): boolean {
  return [400, 401, 404, 405].includes(status) && (/\/(\.|%2e){1,2}(\/|$|\?)/i.test(path) || /%/.test(path))
}

function leakIn(log: string, secrets: readonly string[]): string | null {
  const leaked = secrets.find((secret) => secret.length > 6 && log.includes(secret))
  return leaked === undefined
    ? null
    : `a secret in the log: ${log.slice(Math.max(0, log.indexOf(leaked) - 300)).slice(0, 600)}`
}
