import { cellCorners } from '../../server/engine/lattice/lattice.ts'
import type { Projection } from '../../server/engine/projection/projection.ts'
import { cellFeatureId } from '../layers/hotspots.ts'
import { prepareFeatures, type PreparedLayer, type TileFeature } from '../layers/prepare-features.ts'
import type { TileField } from '../schema-fields.ts'
import { figureAttribute, shownAttribute } from './attributes.ts'
import type { AreaRow, FigureTables, HexRow } from './figure-tables.ts'
import { RELEASE_EDGE_METRES } from '../../server/engine/disclosure/shown-count.ts'

/** One layer of a release's tiles with its attributes' meanings. */
export interface ReleaseLayer {
  readonly id: 'areas' | 'hexes'
  readonly fields: readonly TileField[]
  readonly prepared: PreparedLayer
}

const AREA_FIELDS: readonly TileField[] = [
  {
    name: 'key',
    type: 'string',
    meaning: 'key of the area, the same in every release while its outline lasts',
  },
  { name: 'name', type: 'string', meaning: 'name of the area' },
  { name: 'residents', type: 'integer', meaning: 'residents, where known' },
]
const HEX_FIELDS: readonly TileField[] = [
  { name: 'i', type: 'integer', meaning: 'column of the cell in the city-wide lattice of 400 m' },
  { name: 'j', type: 'integer', meaning: 'row of the cell in the city-wide lattice of 400 m' },
]

/** The layers of a release: areas always, cells where the release has any. */
export function releaseLayers(tables: FigureTables, projection: Projection): readonly ReleaseLayer[] {
  const areas = areaLayer(tables, projection)
  return tables.hexes.length === 0 ? [areas] : [areas, hexLayer(tables, projection)]
}

function areaLayer({ areas, areaSeries }: FigureTables, projection: Projection): ReleaseLayer {
  const figureFields = areaSeries.flatMap((series): TileField[] => [
    {
      name: figureAttribute(series),
      type: 'integer',
      meaning: 'reported incidents, rounded to five; absent = not shown',
    },
    {
      name: shownAttribute(series),
      type: 'string',
      meaning: 'count, few (0–4), not-covered (cannot be compared) or withheld (protects another figure)',
    },
  ])
  const fields = [...AREA_FIELDS, ...figureFields]
  const features = areas.map(
    (row): TileFeature => ({
      id: row.area.areaIds[0] ?? 0,
      planar: row.area.planar,
      minZoom: 0,
      attributes: [
        row.area.key,
        row.area.name,
        row.area.residents,
        ...areaSeries.flatMap((series) => countOf(row, figureAttribute(series))),
      ],
    }),
  )
  return { id: 'areas', fields, prepared: prepared('areas', fields, features, projection) }
}

function countOf({ counts }: AreaRow, attribute: string) {
  const count = counts.get(attribute)
  if (count === undefined) return [null, null]
  return typeof count === 'number' ? [count, 'count'] : [null, count]
}

function hexLayer({ hexes, hexSeries }: FigureTables, projection: Projection): ReleaseLayer {
  const figureFields = hexSeries.map(
    (series): TileField => ({
      name: figureAttribute(series),
      type: 'string',
      meaning:
        'b10 (10–24), b25 (25–49), b50 (50 and more) or not-shown (few incidents or few places); absent where statistical areas leave no room for ten',
    }),
  )
  const fields = [...HEX_FIELDS, ...figureFields]
  const features = hexes.map(
    (row): TileFeature => ({
      id: cellFeatureId(row.i, row.j),
      planar: { type: 'Polygon', coordinates: [cellRing(row)] },
      minZoom: 0,
      attributes: [
        row.i,
        row.j,
        ...hexSeries.map((series) => row.bands.get(figureAttribute(series)) ?? null),
      ],
    }),
  )
  return { id: 'hexes', fields, prepared: prepared('hexes', fields, features, projection) }
}

/** Closed outline of a cell, metres on the 1 cm grid, so that neighbours have identical corners. */
export function cellRing(cell: Pick<HexRow, 'i' | 'j'>): number[][] {
  const corners = cellCorners(cell, RELEASE_EDGE_METRES).map((corner) =>
    corner.map((metres) => Math.round(metres * 100) / 100),
  )
  return [...corners, corners[0]!]
}

function prepared(
  name: string,
  fields: readonly TileField[],
  features: readonly TileFeature[],
  projection: Projection,
): PreparedLayer {
  return prepareFeatures(
    { name, keys: fields.map((field) => field.name), geometry: 'polygon' },
    features,
    projection,
  )
}
