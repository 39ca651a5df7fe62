import type { Polygon } from 'geojson'
import { cellArea, cellCorners, denseIndex } from '../engine/lattice/lattice.ts'
import type { Cell, CellPopulation } from '../engine/statistics/surface-types.ts'
import { MARGIN_METRES, type SiteUnits } from '../engine/units/site-units.ts'
import { UNIT_EDGE } from '../engine/units/unit-cube.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { CheckResponse } from './check-response.ts'
import type { Evidence, EvidenceZone } from './evidence.ts'

/** The cells of a site and of its rings that are in the population: the counted cells of each zone. */
export function countedCells(
  { site, rings }: SiteUnits,
  population: CellPopulation,
): readonly (readonly Cell[])[] {
  return [site, ...rings].map((cells) => cells.filter((cell) => landOf(population, cell) > 0))
}

/**
 * The site and its disjoint rings with their cells, and the cells' area and land (m²).
 *
 * @param cells of each zone
 * @param ringMetres outer distances of the rings
 */
export function evidenceZones(
  { rule }: SiteUnits,
  cells: readonly (readonly Cell[])[],
  ringMetres: readonly number[],
  population: CellPopulation,
): readonly EvidenceZone[] {
  const reaches = [rule === 'margin' ? MARGIN_METRES : 0, ...ringMetres]
  return cells.map((zoneCells, zone) => ({
    zone,
    ...(zone === 0 ? { rule } : {}),
    fromMetres: zone === 0 ? 0 : reaches[zone - 1]!,
    toMetres: reaches[zone]!,
    cells: zoneCells.map(({ i, j }) => [i, j] as const),
    areaM2: zoneCells.length * cellArea(UNIT_EDGE),
    landM2: zoneCells.reduce((sum, cell) => sum + landOf(population, cell), 0),
  }))
}

function landOf(population: CellPopulation, { i, j }: Cell): number {
  const at = denseIndex(population, i, j)
  return at < 0 ? 0 : population.landArea[at]!
}

/** The cells of zones as a map draws them, WGS 84. */
export function cellFeatures(zones: readonly EvidenceZone[], projection: Projection): CheckResponse['cells'] {
  const features = zones.flatMap(({ zone, cells = [] }) =>
    cells.map(([i, j]) => {
      const geometry = outlineOf({ i, j }, UNIT_EDGE, projection)
      return { type: 'Feature', geometry, properties: { zone } } as const
    }),
  )
  return { type: 'FeatureCollection', features }
}

/** The coarser cells of evidence as a map draws them, WGS 84. */
export function touchedCellFeatures(
  { cells, provenance }: Pick<Evidence, 'cells' | 'provenance'>,
  projection: Projection,
): CheckResponse['touchedCells'] {
  const { edgeMetres } = provenance.query
  return {
    type: 'FeatureCollection',
    features: cells.map(({ id, i, j }) => {
      return { type: 'Feature', geometry: outlineOf({ i, j }, edgeMetres, projection), properties: { id } }
    }),
  }
}

function outlineOf(cell: Cell, edgeMetres: number, projection: Projection): Polygon {
  const ring = cellCorners(cell, edgeMetres).map(([x, y]) => [...projection.toWgs84(x, y)])
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}
