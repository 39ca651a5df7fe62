import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { EndpointResponse } from './endpoint-response.ts'
import { contentCoding } from './coding-choice.ts'

const WORTH_COMPRESSING_BYTES = 1400
/** Measured on 20 MB of cells: a tenth of the time of level 9 for a few percent more bytes. */
const GZIP_LEVEL = 4
const BROTLI_QUALITY = 4

const gzipAsync = promisify(gzip)
const brotliAsync = promisify(brotliCompress)

/**
 * Sends a response, compressed when that saves enough and the client accepts it. Resolves once it has been handed to
 * the socket.
 */
export async function send(
  request: IncomingMessage,
  response: ServerResponse,
  reply: EndpointResponse,
): Promise<void> {
  const { status, headers, body } = reply
  if (response.headersSent || response.destroyed) return
  const { Vary, ...single } = headers
  for (const [name, value] of Object.entries(single)) response.setHeader(name, value)
  // Middleware may have set `Vary` already.
  if (Vary !== undefined) response.appendHeader('Vary', Vary)
  response.statusCode = status
  if (body.kind === 'none') return void response.end()
  if (body.kind === 'stream') return pipeline(Readable.from(body.chunks), response)
  const content =
    body.kind === 'json' ? Buffer.from(JSON.stringify(body.value)) : Buffer.from(body.bytes as Buffer)
  response.appendHeader('Vary', 'Accept-Encoding')
  const isAsItGoes = 'Content-Encoding' in headers || content.length < WORTH_COMPRESSING_BYTES
  const encoded = isAsItGoes ? null : await compress(request, content)
  if (encoded !== null) response.setHeader('Content-Encoding', encoded.encoding)
  const payload = encoded?.bytes ?? content
  response.setHeader('Content-Length', payload.length)
  response.end(payload)
}

/** The content in the best encoding that a request accepts, or null for none. Off the main thread. */
async function compress(
  request: IncomingMessage,
  content: Uint8Array,
): Promise<{ readonly encoding: 'br' | 'gzip'; readonly bytes: Uint8Array } | null> {
  const encoding = contentCoding(request.headers['accept-encoding'])
  if (encoding === 'br') {
    const params = { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY }
    return { encoding, bytes: await brotliAsync(content, { params }) }
  }
  return encoding === 'gzip' ? { encoding, bytes: await gzipAsync(content, { level: GZIP_LEVEL }) } : null
}
