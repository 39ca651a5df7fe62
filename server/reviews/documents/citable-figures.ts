import type { Register } from '../../engine/disclosure/registers.ts'
import type { Source } from '../../engine/snapshot/source.ts'
import type { PublishedPlace } from './place-figures.ts'
import type { PublishedRelease } from './released-figures.ts'

type Terms = Pick<Source, 'title' | 'register' | 'audiences' | 'citable'>

/** Published releases without what documents may not cite. */
export interface CitableReleases {
  readonly published: readonly PublishedRelease[]
  readonly ofPlaces: readonly PublishedPlace[]
  /** Titles of the sources that are left out, each once. */
  readonly uncited: readonly string[]
}

/**
 * Releases as documents may cite them. A figure sums a whole register, so that one source which may not be cited closes its
 * register.
 */
export function citableReleases(
  published: readonly PublishedRelease[],
  ofPlaces: readonly PublishedPlace[],
  sources: readonly Terms[],
): CitableReleases {
  const closed = sources.filter((source) => !source.citable && isReleased(source))
  const registers = new Set<Register>(closed.map(({ register }) => register))
  if (registers.size === 0) return { published, ofPlaces, uncited: [] }
  const isCitable = ({ register }: { readonly register: Register }) => !registers.has(register)
  return {
    published: published.map((release) => ({
      ...release,
      contents: citableContents(release.contents, isCitable),
    })),
    ofPlaces: ofPlaces.map((release) => ({
      ...release,
      contents: {
        ...release.contents,
        figures: release.contents.figures.filter(isCitable),
        profile: release.contents.profile.filter(isCitable),
      },
    })),
    uncited: [...new Set(closed.map(({ title }) => title))].toSorted(),
  }
}

function isReleased({ audiences }: Pick<Terms, 'audiences'>): boolean {
  return audiences.includes('public') || audiences.includes('partner')
}

function citableContents(
  contents: PublishedRelease['contents'],
  isCitable: (figure: { readonly register: Register }) => boolean,
): PublishedRelease['contents'] {
  const { statistical } = contents
  return {
    ...contents,
    areaFigures: contents.areaFigures.filter(isCitable),
    sources: contents.sources.filter(isCitable),
    ...(statistical !== undefined && {
      statistical: { ...statistical, figures: statistical.figures.filter(isCitable) },
    }),
  }
}
