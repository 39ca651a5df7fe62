import type { RequestListener } from 'node:http'
import { createBaseUrl } from '../../../server/platform/http/base-url.ts'
import { createHostCheck } from '../../../server/platform/http/host-check.ts'
import { createPublicPath } from '../../../server/platform/http/public/public-path.ts'
import { entriesOf, type PublicEntry } from '../../../server/platform/http/public/public-entry.ts'
import { releaseFiles } from '../../../server/releases/publication/release-files.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { yearContents } from '../release-fixture.ts'
import { listenBefore } from './listen.ts'

const files = releaseFiles(
  { key: '2025', contents: yearContents(), publishedAt: '2026-03-15T08:00:00.000Z', demo: true },
  createProjection(3006),
)

/** A server of a tree of one release in memory, whose entries `set` replaces; every other path echoes what it was sent. */
export async function startPublicSite() {
  let entries: ReadonlyMap<string, PublicEntry> = entriesOf(
    new Map(files.map((file) => [file.path, file])),
    'releases/2025/',
  )
  const tree: Parameters<typeof createPublicPath>[0] = {
    find(name) {
      const entry = entries.get(name)
      return entry === undefined
        ? { kind: name.startsWith('releases/2024/') ? 'gone' : 'absent' }
        : { kind: 'entry', entry }
    },
    read: async () => null,
  }
  const publicPath = createPublicPath(tree, createBaseUrl(null))
  const set = (next: typeof entries) => void (entries = next)
  const deps = { isOurHost: createHostCheck([]), publicPath: () => publicPath }
  return { set, entries: () => entries, ...(await listenBefore(echo, deps)) }
}

/** Echoes the request, so that a test can check that nothing was lost. */
const echo: RequestListener = (request, response) => {
  let bytes = 0
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length
  })
  request.on('end', () => response.end(`${request.method} ${request.url} ${bytes}`))
}
