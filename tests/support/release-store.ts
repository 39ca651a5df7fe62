import { SILENT } from '../../server/platform/log.ts'
import type { PublicContents, ReleaseFile, ServedRelease } from '../../server/releases/release.ts'
import { createPublicTree } from '../../server/public-site/public-tree.ts'
import { releaseFiles } from '../../server/releases/publication/release-files.ts'
import { createReleaseStore } from '../../server/public-site/release-store.ts'
import { createProjection } from '../../server/engine/projection/create-projection.ts'

const projection = createProjection(3006)
const NO_LAYERS = {
  entries: () => new Map(),
  list: () => [],
  onChange: () => {},
  refresh: async () => {},
}

const NO_WORK = { entries: () => new Map(), notices: () => [], onChange: () => {}, refresh: async () => {} }

/** A public tree over releases that a test publishes and withdraws, without a database behind it. */
export function releaseStoreInMemory({ maxBytes = 2 ** 30 } = {}) {
  const served: ServedRelease[] = []
  const files = new Map<number, readonly ReleaseFile[]>()
  const state = { reachable: true, reads: 0, loading: Promise.resolve() }
  const reachable = () => {
    if (!state.reachable) throw new Error('the database is away')
  }
  const store = createReleaseStore({
    releases: {
      async served() {
        reachable()
        return [...served]
      },
      async *files(id) {
        reachable()
        await state.loading
        yield* files.get(id)!
      },
      async file(id, path) {
        reachable()
        state.reads++
        return files.get(id)!.find((file) => file.path === path) ?? null
      },
    },
    log: SILENT,
    maxBytes,
  })
  const tree = createPublicTree({
    store,
    layers: NO_LAYERS,
    work: NO_WORK,
    demo: true,
    reportUrl: null,
    log: SILENT,
  })
  const put = (contents: PublicContents) => {
    const key = contents.period
    const id = served.length + 1
    const publishedAt = '2026-03-15T08:00:00.000Z'
    files.set(id, releaseFiles({ key, contents, publishedAt, demo: true }, projection))
    served.push({ id, key, path: key, state: 'published', publishedAt })
  }
  return {
    tree,
    state,
    async publish(contents: PublicContents) {
      put(contents)
      await tree.refresh()
    },
    /** @param together what another process publishes together with the withdrawal */
    async withdraw(key: string, together?: PublicContents) {
      const at = served.findIndex((release) => release.key === key)
      served[at] = { ...served[at]!, state: 'withdrawn' }
      if (together !== undefined) put(together)
      await tree.refresh()
    },
    /** A file as an export reads it. */
    async read(name: string): Promise<Uint8Array | null> {
      const found = tree.find(name)
      if (found.kind === 'entry') return found.entry.identity.bytes
      return found.kind === 'elsewhere' ? ((await tree.read(name))?.identity.bytes ?? null) : null
    },
  }
}
