import type { MultiPolygon, Polygon } from 'geojson'
import { DomainError } from '../errors.ts'
import type { CellPopulation } from '../statistics/surface-types.ts'
import { boundsOf, type Rectangle } from '../geometry/clipping/clip-ring.ts'
import { coverCells, type Layers } from '../geometry/clipping/cover-cells.ts'
import { layerRings } from '../geometry/clipping/layer-rings.ts'
import { blockRound, cellArea, type DenseBlock } from './lattice.ts'

/** A cell belongs to the population from this share of its area on. */
const MIN_LAND_SHARE = 0.1
/** Cells that a block may hold, empty ones included; 8 bytes each and column. */
const MAX_CELLS = 16_000_000
const STUDY = 0
const WATER = 1
const FIRST_EXPOSED = 2

type Shape = Polygon | MultiPolygon

/** Residents and visitors that are known by area only. */
interface ExposedArea {
  readonly planar: Shape
  readonly residents: number | null
  readonly visitors: number | null
}

/** What a population of cells is made from; metres in the city's CRS. */
export interface PopulationAreas {
  readonly study: readonly Shape[]
  readonly water: readonly Shape[]
  /** Disjoint areas; where they overlap, land counts for each. */
  readonly exposed: readonly ExposedArea[]
  readonly digest: string
  readonly derived: boolean
}

/**
 * The population of cells of one edge: every cell of which at least 10 % lies in the study area minus water.
 * Residents and visitors of areas are spread over its cells by share of land (areal weighting), so the city's total
 * is kept.
 *
 * Without a study area it is empty.
 *
 * @throws DomainError `too-large` when the study area spans more than 16 million cells
 */
export function cellPopulation(areas: PopulationAreas, edgeMetres: number): CellPopulation {
  const { layers, bounds } = layersOf(areas)
  const block = blockRound(bounds.minX, bounds.minY, bounds.maxX, bounds.maxY, edgeMetres)
  refuseHuge(block)
  const landArea = new Float64Array(block.columns * block.rows)
  const shares: { readonly area: number; readonly cell: number; readonly land: number }[] = []
  coverCells(block, layers, (cell, area, windings) => {
    if (windings[STUDY] === 0 || windings[WATER] !== 0) return
    landArea[cell]! += area
    for (let k = FIRST_EXPOSED; k < layers.count; k++) {
      if (windings[k] !== 0) shares.push({ area: k - FIRST_EXPOSED, cell, land: area })
    }
  })
  const min = MIN_LAND_SHARE * cellArea(edgeMetres)
  let cells = 0
  for (let cell = 0; cell < landArea.length; cell++) {
    if (landArea[cell]! < min) landArea[cell] = 0
    else cells++
  }
  const landShares = shares.filter(({ cell }) => landArea[cell] !== 0)
  return {
    ...block,
    landArea,
    residents: spread(
      areas.exposed.map((area) => area.residents),
      landShares,
      landArea.length,
    ),
    visitors: spread(
      areas.exposed.map((area) => area.visitors),
      landShares,
      landArea.length,
    ),
    cells,
    digest: areas.digest,
    derived: areas.derived,
  }
}

function layersOf({ study, water, exposed }: PopulationAreas): { layers: Layers; bounds: Rectangle } {
  const raw = study.flatMap((shape) => layerRings(shape, STUDY, [0, 0]))
  const bounds = boundsOf(raw.flatMap(({ ring }) => corners(boundsOf(ring))))
  const origin = raw.length === 0 ? ([0, 0] as const) : ([bounds.minX, bounds.minY] as const)
  const rings = [
    ...study.flatMap((shape) => layerRings(shape, STUDY, origin)),
    ...water.flatMap((shape) => layerRings(shape, WATER, origin)),
    ...exposed.flatMap(({ planar }, k) => layerRings(planar, FIRST_EXPOSED + k, origin)),
  ]
  return { layers: { count: FIRST_EXPOSED + exposed.length, rings, origin }, bounds }
}

function corners({ minX, minY, maxX, maxY }: Rectangle): readonly number[] {
  return [minX, minY, maxX, maxY]
}

function refuseHuge({ edgeMetres, columns, rows }: DenseBlock): void {
  if (columns * rows <= MAX_CELLS) return
  throw new DomainError(
    'too-large',
    `The study area spans ${columns * rows} cells of ${edgeMetres} m, more than ${MAX_CELLS}.`,
  )
}

/** People by cell from people by area; null when no area has any. */
function spread(
  people: readonly (number | null)[],
  shares: readonly { readonly area: number; readonly cell: number; readonly land: number }[],
  cells: number,
): Float64Array | null {
  if (people.every((number) => number === null)) return null
  const land = new Float64Array(people.length)
  for (const share of shares) land[share.area]! += share.land
  const spreadOut = new Float64Array(cells)
  for (const { area, cell, land: part } of shares) {
    spreadOut[cell]! += ((people[area] ?? 0) * part) / land[area]!
  }
  return spreadOut
}
