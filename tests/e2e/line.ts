import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'

/** What becomes of a message that is sent: it comes through, gets lost on the way, or its answer does. */
export type Fate = 'through' | 'lost' | 'answer-lost'

/** A line between a phone and the server, which can be cut. */
export interface Line {
  readonly url: string
  /** Cuts the line, or mends it. */
  cut(isCut: boolean): void
  /** Deals out a fate to each POST of reports from now on, then lets all through; resolves when one has been lost. */
  losing(fates: readonly Fate[]): Promise<void>
  close(): Promise<void>
}

/** What phones send. */
const REPORTS = ['/api/link-observations', '/api/walk-findings']

/** A line to a server: an address of its own for the same pages. */
export async function openLine(target: string): Promise<Line> {
  let isCut = false
  let fates: Fate[] = []
  let onLost = () => {}
  const forward = (incoming: IncomingMessage, outgoing: ServerResponse, fate: Fate) => {
    const { method, url = '', headers } = incoming
    const sent = request(target + url, { method, headers }, (response) => {
      if (fate === 'answer-lost') return void response.resume().on('end', onLost)
      outgoing.writeHead(response.statusCode!, response.headers)
      response.pipe(outgoing)
    })
    sent.on('error', () => outgoing.destroy())
    incoming.pipe(sent)
  }
  const server = createServer((incoming, outgoing) => {
    if (isCut) return void incoming.socket.destroy()
    const isReport = incoming.method === 'POST' && REPORTS.includes(incoming.url!)
    const fate = isReport ? (fates.shift() ?? 'through') : 'through'
    if (fate === 'lost') return void incoming.resume().on('end', onLost)
    forward(incoming, outgoing, fate)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    cut: (cut) => {
      isCut = cut
      if (cut) server.closeAllConnections()
    },
    losing: (given) =>
      new Promise<void>((resolve) => {
        fates = [...given]
        onLost = resolve
      }),
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
