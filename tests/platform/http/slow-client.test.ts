import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createHttpServer } from '../../../server/composition/http-server.ts'
import { listenOnLoopback } from '../../support/serving/listen.ts'

/** Long enough for a client that shares its two cores with everything else. */
const IDLE_MS = 300
/** More than the buffers on the way from one end to the other hold. */
const MUCH = 16 * 2 ** 20

/** A server with a short idle time over a handler; reports each connection that has been idle so long. */
async function listening(handle: (request: IncomingMessage, response: ServerResponse) => unknown) {
  let idle: Promise<unknown> = Promise.resolve()
  const server = createHttpServer({
    app(request, response) {
      idle = once(response, 'timeout')
      void handle(request, response)
    },
    isOurHost: () => true,
    hasTime: () => true,
    idleMs: IDLE_MS,
  })
  server.keepAliveTimeout = 1
  const { port, url, close } = await listenOnLoopback(server)
  onTestFinished(close)
  return { server, port, url, idle: () => idle }
}

const head = (bytes: number) => `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${bytes}\r\n\r\n`

describe('seven hundred silent connections', () => {
  it('delay no other client, and are closed after the header timeout', async () => {
    const { server, port, url } = await listening((_request, response) => response.end('done'))
    server.headersTimeout = 1
    const silent = Array.from({ length: 700 }, () => connect(port, '127.0.0.1').on('error', () => {}))
    await Promise.all(silent.map((socket) => once(socket, 'connect')))
    expect(await (await fetch(url)).text()).toBe('done')
    for (const socket of silent) if (!socket.destroyed) await once(socket.resume(), 'close')
  })
})

describe('an idle connection', () => {
  it('stays open while its call is in progress', async () => {
    const { url, idle } = await listening(async (_request, response) => {
      await idle()
      await once(response, 'timeout')
      response.end('done')
    })
    expect(await (await fetch(url)).text()).toBe('done')
  })

  it('stays open while the server does not read', async () => {
    const { url, idle } = await listening(async (request, response) => {
      request.once('readable', () => {})
      await idle()
      await once(response, 'timeout')
      let length = 0
      for await (const chunk of request as AsyncIterable<Buffer>) length += chunk.length
      response.end(String(length))
    })
    const reply = await fetch(url, { method: 'POST', body: new Uint8Array(MUCH) })
    expect(await reply.text()).toBe(String(MUCH))
  })

  it('is closed when its client does not send the rest', async () => {
    const { port } = await listening((request) => request.resume())
    const socket = connect(port, '127.0.0.1')
    socket.write(`${head(10)}half`)
    await once(socket.resume(), 'close')
  })

  it('is closed when its client does not read the response, whatever it pipelines', async () => {
    const gone = new Promise<void>((resolve) => {
      let requested = 0
      void listening((_request, response) => {
        if (requested++ > 0) return
        response.once('close', resolve)
        response.end(Buffer.alloc(4 * MUCH))
      }).then(({ port }) => {
        const socket = connect(port, '127.0.0.1')
          .pause()
          .on('error', () => {})
        socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'.repeat(3))
      })
    })
    await gone
  })

  it('is closed when its client stops reading a streamed response', async () => {
    let reported = () => {}
    const gone = new Promise<void>((resolve) => (reported = resolve))
    const { port } = await listening((_request, response) => {
      response.once('close', reported)
      const tell = () => {
        while (!response.destroyed && response.write(Buffer.alloc(MUCH / 16))) continue
      }
      response.on('drain', tell)
      tell()
    })
    const socket = connect(port, '127.0.0.1').pause()
    socket.on('error', () => {})
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await gone
    socket.destroy()
  })

  it('is closed between two calls', async () => {
    const { port } = await listening((_request, response) => response.end('done'))
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await once(socket.resume(), 'close')
  })
})
