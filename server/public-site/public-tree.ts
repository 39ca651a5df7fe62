import type { Log } from '../platform/log.ts'
import { indexPage } from './index-page.ts'
import { packedFiles } from '../platform/http/packed-files.ts'
import { entriesOf, type PublicEntry } from '../platform/http/public/public-entry.ts'
import { publicIndex } from './public-index.ts'
import type { PublicLayerShelf } from './layers/layer-shelf.ts'
import type { ReleaseShelf } from './release-shelf.ts'
import type { PublicTree } from '../platform/http/public/public-tree.ts'

interface Deps {
  readonly shelf: ReleaseShelf
  readonly layers: PublicLayerShelf
  readonly demo: boolean
  /** Where the city takes reports of what is broken. */
  readonly reportUrl: string | null
  readonly log: Log
}

/** The public tree over releases and layers. */
export function createPublicTree({ shelf, layers, demo, reportUrl, log }: Deps): PublicTree {
  let preparing = false
  let entries: ReadonlyMap<string, PublicEntry> = new Map()

  const rebuild = () => {
    const index = publicIndex(shelf.published(), layers.list(), { demo, reportUrl, preparing })
    const files = new Map(
      [
        ...packedFiles('index.json', JSON.stringify(index)),
        ...packedFiles('index.html', indexPage(index)),
      ].map((file) => [file.path, file]),
    )
    entries = new Map([...entriesOf(files, ''), ...shelf.entries(), ...layers.entries()])
  }
  rebuild()
  layers.onChange(rebuild)
  shelf.onChange(rebuild)

  return {
    find(name) {
      const entry = entries.get(name)
      return entry === undefined ? { kind: shelf.stateOf(name) } : { kind: 'entry', entry }
    },
    read: (name) => shelf.read(name),
    entries: () => entries,
    async refresh() {
      try {
        await shelf.refresh()
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
