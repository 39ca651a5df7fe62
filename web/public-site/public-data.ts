import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type {
  PublicIndex,
  ReleaseFigures,
  ReleaseManifest,
} from '../../server/releases/publication/contract.ts'
import type { PublicNotices, PublicWork } from '../../server/public-site/work/contract.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import type { ReleaseArea, AreaOutlines } from '../releases/release.ts'
import { areListed, loadMeasures, type PublicMeasures } from './load-measures.ts'
import { type ContextFile, type NamedPlace, namedPlaces } from './places-in-areas.ts'
import { folderOf, type PublicFiles } from './public-files.ts'

export type IndexedRelease = PublicIndex['releases'][number]

/** Closed periods shown on the page; older ones are in the files. */
const MAX_QUARTERS = 8
const MAX_YEARS = 4
/** Delay before missing files are requested again. */
const AGAIN_MS = 4000
/** Reloads while the server does not report that it is preparing, which just after its start it may not yet do. */
const MAX_RELOADS = 15

/** The published data loaded so far. */
export interface PublicData {
  readonly index: Resource<PublicIndex>
  /** Figures of the releases, newest period first. */
  readonly figures: ReadonlySignal<readonly ReleaseFigures[]>
  /** The areas of the newest release that has any, by name. */
  readonly areas: ReadonlySignal<readonly ReleaseArea[]>
  /** True while text may still load. */
  readonly waiting: ReadonlySignal<boolean>
  readonly measures: Resource<PublicMeasures>
  readonly outlines: Resource<AreaOutlines>
  readonly notices: Resource<PublicNotices>
  readonly work: Resource<PublicWork>
  /** Streets, squares and other named places; none until they are asked for. */
  readonly places: ReadonlySignal<readonly NamedPlace[]>
  /** Loads the places, once. */
  loadPlaces(): Promise<void>
  /** The manifest of a release; null when it is not published, or failed to load. */
  manifest(period: string): Promise<ReleaseManifest | null>
  load(): Promise<void>
}

/** Loads the published files of the public page: those of the first sentences first. */
export function createPublicData(
  files: PublicFiles,
  after: (work: () => void, ms: number) => void,
): PublicData {
  const index = createResource<PublicIndex>()
  const measures = createResource<PublicMeasures>()
  const outlines = createResource<AreaOutlines>()
  const notices = createResource<PublicNotices>()
  const work = createResource<PublicWork>()
  const context = createResource<ContextFile>()
  const more = signal(false)
  const byKey = signal<ReadonlyMap<string, ReleaseFigures>>(new Map())
  const figures = computed(() =>
    [...byKey.value.values()].sort((a, b) => b.to.localeCompare(a.to) || b.period.localeCompare(a.period)),
  )
  const areas = computed(() => {
    const newest = figures.value.find((release) => release.areas.length > 0)
    return (newest?.areas ?? []).toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
  })

  const take = async (release: IndexedRelease) => {
    try {
      const reported = await files.figures(folderOf(release))
      byKey.value = new Map([...byKey.peek(), [release.key, reported]])
      return true
    } catch {
      // One release may be withdrawn meanwhile or fail to load; the others are shown.
      return false
    }
  }
  const takeMeasures = async ({ layers }: PublicIndex) => {
    if (!areListed(layers)) return false
    await measures.load((abort) => loadMeasures(files, abort))
    return measures.state.peek().phase === 'ready'
  }
  const takeOutlines = async (release: IndexedRelease | undefined) => {
    if (release === undefined) return true
    await outlines.load((abort) => files.outlines(folderOf(release), abort))
    return outlines.state.peek().phase === 'ready'
  }
  const takeWork = async () => {
    await Promise.all([
      notices.load((abort) => files.notices(abort)),
      work.load((abort) => files.work(abort)),
    ])
    return notices.state.peek().phase === 'ready' && work.state.peek().phase === 'ready'
  }
  const load = async (timesLeft = MAX_RELOADS): Promise<void> => {
    const marked = takeWork()
    await index.load((abort) => files.index(abort))
    const known = index.state.peek().value
    if (known === null) return
    more.value = true
    const { first, rest } = inTurn(known.releases)
    const firstCame = await Promise.all(first.map(take))
    const others = await Promise.all([marked, takeMeasures(known), takeOutlines(first[0]), ...rest.map(take)])
    const isWhole = !known.preparing && [...firstCame, ...others].every(Boolean)
    more.value = !isWhole && timesLeft > 0
    if (more.peek()) after(() => void load(known.preparing ? MAX_RELOADS : timesLeft - 1), AGAIN_MS)
  }
  return {
    index,
    figures,
    areas,
    waiting: computed(() => {
      const { phase, value } = index.state.value
      return phase === 'idle' || (value === null && phase === 'loading') || more.value
    }),
    measures,
    outlines,
    notices,
    work,
    places: computed(() => {
      const { value } = context.state.value
      return value === null ? [] : namedPlaces(value)
    }),
    loadPlaces: async () => {
      const { phase } = context.state.peek()
      if (phase === 'idle' || phase === 'failed') await context.load((abort) => files.context(abort))
    },
    manifest: async (period) => {
      const release = index.state.peek().value?.releases.find(({ key }) => key === period)
      return release === undefined ? null : files.manifest(folderOf(release)).catch(() => null)
    },
    load: () => load(),
  }
}

/** The newest quarter and the newest year first, then those before them. */
export function inTurn(releases: readonly IndexedRelease[]): {
  readonly first: readonly IndexedRelease[]
  readonly rest: readonly IndexedRelease[]
} {
  const newestFirst = releases.toSorted((a, b) => b.to.localeCompare(a.to))
  const quarters = newestFirst.filter(({ kind }) => kind === 'quarter').slice(0, MAX_QUARTERS)
  const years = newestFirst.filter(({ kind }) => kind === 'year').slice(0, MAX_YEARS)
  return {
    first: [...quarters.slice(0, 1), ...years.slice(0, 1)],
    rest: [...quarters.slice(1), ...years.slice(1)],
  }
}
