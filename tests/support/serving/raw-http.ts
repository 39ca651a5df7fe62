import { once } from 'node:events'
import { type IncomingMessage, request as httpRequest, type RequestOptions } from 'node:http'
import { connect } from 'node:net'

type RawRequest = Pick<RequestOptions, 'method' | 'headers' | 'localAddress'> & { readonly body?: string }

/** A request on a connection of its own, with headers that `fetch` would not let through, such as Host. */
export async function rawRequest(port: number, path: string, { body = '', ...requested }: RawRequest = {}) {
  const options = { host: '127.0.0.1', port, path, agent: false, ...requested }
  const [response] = (await once(httpRequest(options).end(body), 'response')) as [IncomingMessage]
  const bytes = Buffer.concat(await response.toArray())
  return { status: response.statusCode!, headers: response.headers, bytes, body: bytes.toString() }
}

/** Sends raw bytes in chunks, and returns everything until the server closes the connection. */
export async function raw(port: number, pieces: readonly string[]): Promise<string> {
  const chunks: Buffer[] = []
  const socket = connect(port, '127.0.0.1')
    .on('data', (chunk) => chunks.push(chunk))
    // A reset is an end, too.
    .on('error', () => {})
  const closed = new Promise((resolve) => socket.once('close', resolve))
  for (const piece of pieces) {
    await new Promise((resolve) => socket.write(piece, 'latin1', resolve))
    await new Promise((resolve) => setImmediate(resolve))
  }
  await closed
  return Buffer.concat(chunks).toString('latin1')
}
