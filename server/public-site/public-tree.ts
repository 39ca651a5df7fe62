import type { Log } from '../platform/log.ts'
import { indexPage } from './index-page.ts'
import { packedFiles } from '../platform/http/packed-files.ts'
import { entriesOf, type PublicEntry } from '../platform/http/public/public-entry.ts'
import { publicIndex } from './public-index.ts'
import type { PublicLayerStore } from './layers/layer-store.ts'
import type { ReleaseStore } from './release-store.ts'
import type { PublicTree } from '../platform/http/public/public-tree.ts'

interface Deps {
  readonly store: ReleaseStore
  readonly layers: PublicLayerStore
  readonly demo: boolean
  /** Where the city takes reports of what is broken. */
  readonly reportUrl: string | null
  readonly log: Log
}

/** The public tree over releases and layers. */
export function createPublicTree({ store, layers, demo, reportUrl, log }: Deps): PublicTree {
  let preparing = false
  let entries: ReadonlyMap<string, PublicEntry> = new Map()

  const rebuild = () => {
    const index = publicIndex(store.published(), layers.list(), { demo, reportUrl, preparing })
    const files = new Map(
      [
        ...packedFiles('index.json', JSON.stringify(index)),
        ...packedFiles('index.html', indexPage(index)),
      ].map((file) => [file.path, file]),
    )
    entries = new Map([...entriesOf(files, ''), ...store.entries(), ...layers.entries()])
  }
  rebuild()
  layers.onChange(rebuild)
  store.onChange(rebuild)

  return {
    find(name) {
      const entry = entries.get(name)
      return entry === undefined ? { kind: store.stateOf(name) } : { kind: 'entry', entry }
    },
    read: (name) => store.read(name),
    entries: () => entries,
    async refresh() {
      try {
        await store.refresh()
      } catch (error) {
        // What is in memory is served on; the next look tells more.
        log.warn({ reason: String(error) }, 'what is published could not be looked up')
      }
    },
    setPreparing(now) {
      if (now === preparing) return
      preparing = now
      rebuild()
    },
  }
}
