import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { dropSilent } from '../../../server/platform/http/silence.ts'

/** Long enough for a caller who shares his two cores with everything else. */
const SILENCE_MS = 300
/** More than the buffers on the way from one end to the other hold. */
const MUCH = 16 * 2 ** 20

let server: Server
afterEach(() => {
  server.closeAllConnections()
  server.close()
})

/** A server that drops who is silent; tells of each connection on which nothing moves. */
async function listening(handle: (request: IncomingMessage, response: ServerResponse) => unknown) {
  server = createServer((request, response) => {
    follow(request, response)
    void handle(request, response)
  })
  const follow = dropSilent(server, SILENCE_MS)
  server.keepAliveTimeout = 1
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { port, url: `http://127.0.0.1:${port}/`, silence: () => once(server, 'timeout') }
}

const head = (bytes: number) => `POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${bytes}\r\n\r\n`

describe('a connection on which nothing moves', () => {
  it('stays while its call is being worked on', async () => {
    const { url, silence } = await listening(async (_request, response) => {
      await silence()
      await silence()
      response.end('done')
    })
    expect(await (await fetch(url)).text()).toBe('done')
  })

  it('stays while the server is not ready to read on', async () => {
    const { url, silence } = await listening(async (request, response) => {
      request.once('readable', () => {})
      await silence()
      await silence()
      let length = 0
      for await (const chunk of request as AsyncIterable<Buffer>) length += chunk.length
      response.end(String(length))
    })
    const answer = await fetch(url, { method: 'POST', body: new Uint8Array(MUCH) })
    expect(await answer.text()).toBe(String(MUCH))
  })

  it('goes when its caller does not send the rest', async () => {
    const { port } = await listening((request) => request.resume())
    const socket = connect(port, '127.0.0.1')
    socket.write(`${head(10)}half`)
    await once(socket.resume(), 'close')
  })

  it('goes when its caller does not take the answer, whatever he asks for behind it', async () => {
    const gone = new Promise<void>((resolve) => {
      let asked = 0
      void listening((_request, response) => {
        if (asked++ > 0) return
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

  it('goes when its caller takes no more of an answer that is still being told', async () => {
    let told = () => {}
    const gone = new Promise<void>((resolve) => (told = resolve))
    const { port } = await listening((_request, response) => {
      response.once('close', told)
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

  it('goes between two calls', async () => {
    const { port } = await listening((_request, response) => response.end('done'))
    const socket = connect(port, '127.0.0.1')
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')
    await once(socket.resume(), 'close')
  })
})
