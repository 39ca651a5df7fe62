import type { PublicIndex, ReleaseFigures } from '../../releases/index.ts'

type Figure = ReleaseFigures['areaFigures'][number]

/** An area of the newest release that has any, with every published figure of it, newest period first. */
export interface ReleasedArea {
  readonly key: string
  readonly name: string
  readonly residents: number | null
  readonly figures: readonly (Omit<Figure, 'area'> & { readonly period: string })[]
}

/** The files of the releases' figures in the public tree, newest period first. */
export function figuresOf({ releases }: Pick<PublicIndex, 'releases'>): readonly string[] {
  return releases.map(({ manifest }) => manifest.replace(/manifest\.json$/, 'figures.json'))
}

/**
 * The areas of the published releases, by name.
 *
 * @param read a file of the public tree, by name; null when it is not in memory
 */
export function releasedAreas(
  { releases }: Pick<PublicIndex, 'releases'>,
  read: (name: string) => Uint8Array | null,
): readonly ReleasedArea[] {
  const published = figuresOf({ releases }).flatMap((name) => {
    const bytes = read(name)
    return bytes === null ? [] : [JSON.parse(Buffer.from(bytes).toString()) as ReleaseFigures]
  })
  const newest = published.find(({ areas }) => areas.length > 0)
  return (newest?.areas ?? [])
    .map(({ key, name, residents }) => ({
      key,
      name,
      residents,
      figures: published.flatMap(({ period, areaFigures }) =>
        areaFigures
          .filter(({ area }) => area === key)
          .map(({ register, group, count }) => ({ register, group, count, period })),
      ),
    }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'sv'))
}
