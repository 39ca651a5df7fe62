import type { Log } from '../platform/log.ts'
import { indexPage } from './index-page.ts'
import { packedFiles } from '../platform/http/packed-files.ts'
import { entriesOf, type PublicEntry } from './public-entry.ts'
import { publicIndex } from './public-index.ts'
import type { PublicLayerShelf } from './layers/layer-shelf.ts'
import type { ReleaseShelf } from './release-shelf.ts'

/** What a name below `/public/` stands for, as far as memory can tell. */
export type PublicLookUp =
  | { readonly kind: 'entry'; readonly entry: PublicEntry }
  | { readonly kind: 'gone' | 'absent' | 'elsewhere' }

/** Everything that anybody may read: exact names, no folders to walk through. */
export interface PublicTree {
  /** @param name below `/public/`, as it came: `releases/2026-Q1/areas.csv` */
  find(name: string): PublicLookUp
  /** Of a name that is `elsewhere`: reads it from the database. */
  read(name: string): Promise<PublicEntry | null>
  /** Every name that is in memory. */
  entries(): ReadonlyMap<string, PublicEntry>
  /** Changes whenever an entry may have: whoever keeps what it made of entries drops it then. */
  generation(): number
  /** Takes over what has changed. Called at once after a publication, and time and again. */
  refresh(): Promise<void>
  /** Says whether first releases are being made, for `index.json`. */
  setPreparing(preparing: boolean): void
}

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
  let generation = 0
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
    generation++
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
    generation: () => generation,
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
