import { EDGES, type EdgeMetres } from '../snapshot/query.ts'

/** Metres of the equator: the whole Web-Mercator world. */
const WORLD_METRES = 2 * Math.PI * 6_378_137
const TILE_PIXELS = 512
const MIN_CELL_PIXELS = 6
/** The finest edge that `auto` chooses; finer cells hold too few incidents and must be requested. */
const MIN_AUTO_EDGE = 100

/**
 * The edge that `cell=auto` means at a zoom: the finest of 100 m and up whose cells are at least 6 px high on 512 px
 * tiles at the equator (taller, never flatter, towards the poles), else the coarsest.
 *
 * It depends on the zoom alone, so that neighbouring tiles and the list agree.
 *
 * @param zoom as MapLibre counts (512 px tiles); a fraction counts as the whole zoom below it
 */
export function autoEdge(zoom: number): EdgeMetres {
  const fits = (edge: EdgeMetres) => cellPixels(edge, Math.floor(zoom), 0) >= MIN_CELL_PIXELS
  return EDGES.find((edge) => edge >= MIN_AUTO_EDGE && fits(edge)) ?? EDGES.at(-1)!
}

/**
 * Height of a cell of an edge on 512 px tiles, pixels.
 *
 * @param latitude degrees, where the cell is
 */
export function cellPixels(edgeMetres: number, zoom: number, latitude: number): number {
  const pixelsPerMetre = (TILE_PIXELS * 2 ** zoom) / (WORLD_METRES * Math.cos((latitude * Math.PI) / 180))
  return Math.sqrt(3) * edgeMetres * pixelsPerMetre
}

/** The lowest whole zoom at which cells of an edge are at least 6 px high at a latitude, degrees. */
export function lowestZoomFor(edgeMetres: EdgeMetres, latitude: number): number {
  return Math.max(0, Math.ceil(Math.log2(MIN_CELL_PIXELS / cellPixels(edgeMetres, 0, latitude))))
}
