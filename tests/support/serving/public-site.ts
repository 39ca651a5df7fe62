import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createHostCheck } from '../../../server/platform/http/host-check.ts'
import { createPublicSite, frontPublicSite } from '../../../server/platform/http/public/public-site.ts'
import { entriesOf, type PublicEntry } from '../../../server/platform/http/public/public-entry.ts'
import { releaseFiles } from '../../../server/releases/publication/release-files.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { yearContents } from '../release-fixture.ts'
import type { PublicTree } from '../../../server/platform/http/public/public-tree.ts'

const files = releaseFiles(
  { key: '2025', contents: yearContents(), publishedAt: '2026-03-15T08:00:00.000Z', demo: true },
  createProjection(3006),
)

/** A tree of one release in memory; `set` replaces what it holds. */
export function treeInMemory() {
  let entries: ReadonlyMap<string, PublicEntry> = entriesOf(
    new Map(files.map((file) => [file.path, file])),
    'releases/2025/',
  )
  let generation = 1
  const tree: PublicTree = {
    find(name) {
      const entry = entries.get(name)
      return entry === undefined
        ? { kind: name.startsWith('releases/2024/') ? 'gone' : 'absent' }
        : { kind: 'entry', entry }
    },
    read: async () => null,
    entries: () => entries,
    generation: () => generation,
    refresh: async () => {},
    setPreparing: () => {},
  }
  const set = (next: ReadonlyMap<string, PublicEntry>) => {
    entries = next
    generation++
  }
  return { tree, set }
}

/** The same site twice: with its front at the socket, and by node's HTTP alone. */
export async function startPublicSites() {
  const { tree, set } = treeInMemory()
  const site = createPublicSite({ tree, clock: { nowMs: () => Date.now() } })
  const isOurHost = createHostCheck([])
  const make = () =>
    createServer((request, response) => {
      if (!isOurHost(request)) response.writeHead(403).end('host')
      else if (request.url!.startsWith('/public/')) site.path(request, response)
      else echo(request, response)
    })
  const plain = make()
  const fronted = make()
  frontPublicSite(fronted, () => site, isOurHost)
  const ports = await Promise.all([listen(fronted), listen(plain)])
  return {
    set,
    tree,
    /** Requests that the front has answered. */
    answered: () => site.counts().socket,
    server: fronted,
    frontPort: ports[0],
    plainPort: ports[1],
    close: () =>
      Promise.all(
        [plain, fronted].map(
          (server) =>
            new Promise<void>((resolve) => {
              server.close(() => resolve())
              server.closeAllConnections()
            }),
        ),
      ),
  }
}

/** Answers with what it was told, so that a test sees that nothing was lost on the way. */
const echo: RequestListener = (request, response) => {
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  request.on('end', () => response.end(`${request.method} ${request.url} ${bytes}`))
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}
