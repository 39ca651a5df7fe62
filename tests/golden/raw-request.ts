import { Agent, request as httpRequest } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'

/** Names the server in its own links; a fixed port keeps the port of a run out of them. */
const HOST = 'localhost:8080'
const MAX_ATTEMPTS = 200
const agent = new Agent({ keepAlive: true, maxSockets: 1 })

export interface GoldenRequest {
  readonly method?: string
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** A form, a text sent as it is, or a value sent as JSON. */
  readonly body?: unknown
}

export interface RawResponse {
  readonly status: number
  readonly headers: Readonly<Record<string, string | readonly string[]>>
  /** As they were on the wire, compressed or not. */
  readonly bytes: Buffer
}

/** A request whose response is kept byte for byte; repeated while the server is overloaded. */
export async function send(port: number, request: GoldenRequest): Promise<RawResponse> {
  const encoded = await encodeBody(request.body)
  for (let attempt = 1; ; attempt++) {
    const response = await sendOnce(port, request, encoded)
    if (response.status !== 503 || attempt === MAX_ATTEMPTS) return response
    await wait(100)
  }
}

/** The body as JSON. */
export const jsonOf = ({ bytes }: RawResponse): ReturnType<typeof JSON.parse> => JSON.parse(bytes.toString())

interface EncodedBody {
  readonly type: string
  readonly bytes: Buffer
}

async function encodeBody(body: unknown): Promise<EncodedBody | null> {
  if (body === undefined) return null
  if (body instanceof FormData) {
    const response = new Response(body)
    const type = response.headers.get('content-type')!
    return { type, bytes: Buffer.from(await response.arrayBuffer()) }
  }
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { type: 'application/json', bytes: Buffer.from(text) }
}

function sendOnce(
  port: number,
  { method = 'GET', path, headers = {} }: GoldenRequest,
  body: EncodedBody | null,
): Promise<RawResponse> {
  const ofBody = body === null ? {} : { 'content-type': body.type, 'content-length': body.bytes.length }
  return new Promise((resolve, reject) => {
    const all = { host: HOST, ...ofBody, ...headers }
    const request = httpRequest({ host: '127.0.0.1', port, path, method, headers: all, agent })
    request.on('error', reject)
    request.on('response', (response) => {
      const chunks: Buffer[] = []
      response.on('error', reject)
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as RawResponse['headers'],
          bytes: Buffer.concat(chunks),
        }),
      )
    })
    request.end(body?.bytes)
  })
}
