import type { Log } from '../platform/log.ts'
import { areaPage, areaPageName } from './pages/area-page.ts'
import { indexPage } from './pages/index-page.ts'
import { type ReleasedArea, releasedAreas } from './pages/released-areas.ts'
import { packedFiles } from '../platform/http/packed-files.ts'
import { entriesOf, type PublicEntry } from '../platform/http/public/public-entry.ts'
import { publicIndex } from './public-index.ts'
import type { PublicLayerStore } from './layers/layer-store.ts'
import type { PublicWorkStore } from './work/work-store.ts'
import type { ReleaseStore } from './release-store.ts'
import type { PublicTree } from '../platform/http/public/public-tree.ts'

interface Deps {
  readonly store: ReleaseStore
  readonly layers: PublicLayerStore
  readonly work: PublicWorkStore
  readonly demo: boolean
  /** The city's page for reporting faults. */
  readonly reportUrl: string | null
  readonly log: Log
}

const LANGUAGES = ['sv', 'en'] as const

/** The public tree over releases, layers and the work that is marked for it. */
export function createPublicTree({ store, layers, work, demo, reportUrl, log }: Deps): PublicTree {
  let preparing = false
  let entries: ReadonlyMap<string, PublicEntry> = new Map()
  let areas: readonly ReleasedArea[] = []
  let areaPages: ReadonlyMap<string, PublicEntry> = new Map()

  /** Areas and their pages change with the releases alone. */
  const followReleases = () => {
    const index = publicIndex(store.published(), [], { demo, reportUrl, preparing })
    areas = releasedAreas(index, (name) => store.entries().get(name)?.identity.bytes ?? null)
    const pages = areas.flatMap((area) =>
      LANGUAGES.flatMap((language) =>
        packedFiles(areaPageName(area.key, language), areaPage(area, language, demo)),
      ),
    )
    areaPages = entriesOf(new Map(pages.map((file) => [file.path, file])), '')
    rebuild()
  }

  const rebuild = () => {
    const index = publicIndex(store.published(), layers.list(), { demo, reportUrl, preparing })
    const files = new Map(
      [
        ...packedFiles('index.json', JSON.stringify(index)),
        ...packedFiles('index.html', indexPage(index, work.notices(), areas)),
      ].map((file) => [file.path, file]),
    )
    entries = new Map([
      ...entriesOf(files, ''),
      ...areaPages,
      ...store.entries(),
      ...layers.entries(),
      ...work.entries(),
    ])
  }
  rebuild()
  layers.onChange(rebuild)
  store.onChange(followReleases)
  work.onChange(rebuild)

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
        // What is in memory is still served; the next refresh tries again.
        log.warn({ reason: String(error) }, 'the published releases could not be read')
      }
    },
    setPreparing(now) {
      if (now === preparing) return
      preparing = now
      rebuild()
    },
  }
}
