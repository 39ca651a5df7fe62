import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type {
  PublicIndex,
  ReleaseFigures,
  ReleaseManifest,
} from '../../server/releases/publication/contract.ts'
import { createResource, type Resource } from '../app/api/resource.ts'
import type { ReleaseArea, AreaOutlines } from '../releases/release.ts'
import { areListed, loadMeasures, type PublicMeasures } from './load-measures.ts'
import { folderOf, type PublicFiles } from './public-files.ts'

export type IndexedRelease = PublicIndex['releases'][number]

/** So many closed periods are told of on the page; older ones are in the files. */
const MAX_QUARTERS = 8
const MAX_YEARS = 4
/** How long until it is looked again whether what is missing has been made. */
const AGAIN_MS = 4000
/** So often it is asked for what is missing without the server saying that it prepares it: just started, it may not yet. */
const MAX_RELOADS = 15

/** All that is published, as far as it has come. */
export interface PublicData {
  readonly index: Resource<PublicIndex>
  /** What the releases say, newest period first. */
  readonly figures: ReadonlySignal<readonly ReleaseFigures[]>
  /** The areas of the newest release that tells of any, by name. */
  readonly areas: ReadonlySignal<readonly ReleaseArea[]>
  /** True while words may still come. */
  readonly waiting: ReadonlySignal<boolean>
  readonly measures: Resource<PublicMeasures>
  readonly outlines: Resource<AreaOutlines>
  /** What a release is made of; null when it is not published, or did not come. */
  manifest(period: string): Promise<ReleaseManifest | null>
  load(): Promise<void>
}

/** The published files behind the public's page: first what the first sentences need, then the rest. */
export function createPublicData(
  files: PublicFiles,
  after: (work: () => void, ms: number) => void,
): PublicData {
  const index = createResource<PublicIndex>()
  const measures = createResource<PublicMeasures>()
  const outlines = createResource<AreaOutlines>()
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
      // A release that was withdrawn meanwhile, or did not come: the others stand.
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
  const load = async (timesLeft = MAX_RELOADS): Promise<void> => {
    await index.load((abort) => files.index(abort))
    const known = index.state.peek().value
    if (known === null) return
    more.value = true
    const { first, rest } = inTurn(known.releases)
    const firstCame = await Promise.all(first.map(take))
    const others = await Promise.all([takeMeasures(known), takeOutlines(first[0]), ...rest.map(take)])
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
