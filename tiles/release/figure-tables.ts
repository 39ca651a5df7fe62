import type { HexBand } from '../../server/engine/disclosure/shown-count.ts'
import type { MultiPolygon, Polygon } from 'geojson'
import { figureAttribute, type FigureSeries, seriesOf } from './attributes.ts'
import type { ShownCount } from '../../server/engine/disclosure/rounding.ts'

/** An area with figures. */
export interface FigureArea {
  readonly key: string
  readonly name: string
  readonly areaIds: readonly number[]
  readonly residents: number | null
  readonly landM2: number
  /** Metres in the city's CRS on the 1 cm grid. */
  readonly planar: Polygon | MultiPolygon
}

/** Plain figures by area and by cell, in any order. */
export interface Figures {
  readonly areas: readonly FigureArea[]
  readonly areaFigures: readonly (FigureSeries & { readonly area: string; readonly count: ShownCount })[]
  readonly hexes: readonly (FigureSeries & {
    readonly i: number
    readonly j: number
    readonly band: HexBand
  })[]
}

/** An area with the count of each series. */
export interface AreaRow {
  readonly area: FigureArea
  /** By `figureAttribute`; absent where the release has none. */
  readonly counts: ReadonlyMap<string, ShownCount>
}

/** A cell with the band of each series. */
export interface HexRow {
  readonly i: number
  readonly j: number
  readonly bands: ReadonlyMap<string, HexBand>
}

/** The figures of a release by area and by cell: source of its tables, GeoJSON and tiles. */
export interface FigureTables {
  readonly areaSeries: readonly FigureSeries[]
  /** By key. */
  readonly areas: readonly AreaRow[]
  readonly hexSeries: readonly FigureSeries[]
  /** By column and row. */
  readonly hexes: readonly HexRow[]
}

/** Groups figures by area and cell. Equal figures in any order give equal tables. */
export function figureTables(contents: Figures): FigureTables {
  const counts = grouped(contents.areaFigures, ({ area }) => area)
  const cells = grouped(contents.hexes, ({ i, j }) => `${i},${j}`)
  return {
    areaSeries: seriesOf(contents.areaFigures),
    areas: contents.areas
      .toSorted((a, b) => (a.key < b.key ? -1 : 1))
      .map((area) => ({
        area,
        counts: new Map(
          (counts.get(area.key) ?? []).map((figure) => [figureAttribute(figure), figure.count]),
        ),
      })),
    hexSeries: seriesOf(contents.hexes),
    hexes: [...cells.values()]
      .map((figures) => ({
        i: figures[0]!.i,
        j: figures[0]!.j,
        bands: new Map(figures.map((figure) => [figureAttribute(figure), figure.band])),
      }))
      .toSorted((a, b) => a.i - b.i || a.j - b.j),
  }
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
