import type { MultiPolygon, Polygon } from 'geojson'
import { planarPolygon } from '../../engine/geometry/planar/planar-polygon.ts'
import { intersection, polygonRegion, regionArea } from '../../engine/geometry/planar/scanline-area.ts'
import type { BoardDecision } from '../../platform/http/fields/board-decision.ts'
import type { PlaceContents, PlaceFigure, PlacePublication } from '../../releases/index.ts'

/** A site lies in a place that holds this share of it. */
const MIN_SHARE = 0.5
/** Three years of four weeks. */
const MAX_PERIODS = 39

/** Released figures of a place that a document repeats by a board's decision. */
export interface PlaceFigures {
  readonly name: string
  readonly ringMetres: number
  readonly board: BoardDecision
  /** Publication of its newest release, ISO instant. */
  readonly publishedAt: string
  readonly figures: readonly PlaceFigure[]
}

/** A published release of a place. */
export interface PublishedPlace {
  readonly publishedAt: string
  readonly contents: PlaceContents
}

/**
 * The published figures of the places that a site lies in, of the closed four weeks of the last three years. A
 * redrawn place has figures of each outline that holds the site.
 *
 * @param footprint metres in the city's CRS
 * @param publications of the places whose figures are public
 */
export function placeFigures(
  footprint: Polygon | MultiPolygon,
  published: readonly PublishedPlace[],
  publications: readonly PlacePublication[],
): readonly { readonly planar: PlaceContents['planar']; readonly disclosed: PlaceFigures }[] {
  const site = polygonRegion(planarPolygon(footprint))
  const minArea = MIN_SHARE * regionArea(site)
  return publications.flatMap(({ placeId, board }) =>
    bySeries(published.filter(({ contents }) => contents.placeId === placeId)).flatMap((releases) => {
      const { contents, publishedAt } = releases.at(-1)!
      const place = polygonRegion(planarPolygon(contents.planar))
      if (regionArea(intersection(place, site)) < minArea) return []
      const { name, ringMetres, planar } = contents
      return [
        { planar, disclosed: { name, ringMetres, board, publishedAt, figures: newestFigures(releases) } },
      ]
    }),
  )
}

/** Releases of equal outlines together, in the order in which they were published. */
function bySeries(published: readonly PublishedPlace[]): readonly (readonly PublishedPlace[])[] {
  const inOrder = published.toSorted((a, b) => a.publishedAt.localeCompare(b.publishedAt))
  const series = [...new Set(inOrder.map(({ contents }) => contents.series))]
  return series.map((one) => inOrder.filter(({ contents }) => contents.series === one))
}

function newestFigures(releases: readonly PublishedPlace[]): readonly PlaceFigure[] {
  const figures = releases.flatMap(({ contents }) => contents.figures)
  const periods = [...new Set(figures.map(({ from }) => from))].toSorted().slice(-MAX_PERIODS)
  return figures.filter(({ from }) => periods.includes(from))
}
