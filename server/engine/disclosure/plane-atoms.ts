import { cellCentre, locateCells } from '../lattice/lattice.ts'
import { bufferRegion } from '../geometry/planar/buffer-region.ts'
import type { Box, PlanarPolygon } from '../geometry/planar/planar-polygon.ts'
import { difference, polygonRegion, type Region } from '../geometry/planar/scanline-area.ts'

/** The region that a figure counts. A ring lies at (from, to] metres from a polygon; from 0 to 0 is the polygon. */
export type CountedRegion =
  | {
      readonly kind: 'zone'
      readonly polygon: PlanarPolygon
      readonly fromMetres: number
      readonly toMetres: number
    }
  | { readonly kind: 'cell'; readonly i: number; readonly j: number }

/** A piece of the plane that no figure's region divides: the ascending indexes of the regions that it lies in. */
export type PlaneAtom = readonly number[]

/** Divisor of the step for regions so small that the grid misses them. */
const FINER = 20

/**
 * The atoms of the plane, sampled at the centres of a square grid: points in the same regions are one atom.
 *
 * A sliver that holds no centre is missed. That makes the simulated attacker stronger, never weaker: it then assumes
 * that nothing happened there, so what it cannot exclude, no real attacker can.
 *
 * @param edgeMetres of the cells
 */
export function planeAtoms(
  regions: readonly CountedRegion[],
  edgeMetres: number,
  stepMetres: number,
): readonly PlaneAtom[] {
  const table = createSignatures(regions.length)
  const traced = regions.map((counted) => traceOf(counted, edgeMetres))
  const cells = new Map(regions.flatMap((g, k) => (g.kind === 'cell' ? [[`${g.i},${g.j}`, k] as const] : [])))
  const whole = traced.map(({ box }) => box).reduce(joined, EMPTY)
  lookAt(whole, stepMetres * 100, traced, { cells, edgeMetres }, table)
  traced.forEach(({ box }, counted) => {
    if (!table.met(counted)) lookAt(box, (stepMetres * 100) / FINER, traced, { cells, edgeMetres }, table)
  })
  return table.signatures()
}

interface Traced {
  readonly box: Box
  /** Null for a cell, which is found by the lattice. */
  readonly region: Region | null
}

const EMPTY: Box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }

function traceOf(counted: CountedRegion, edgeMetres: number): Traced {
  if (counted.kind === 'cell') {
    const [x, y] = cellCentre(counted, edgeMetres).map((metres) => metres * 100)
    const reach = edgeMetres * 100
    return { box: { minX: x! - reach, minY: y! - reach, maxX: x! + reach, maxY: y! + reach }, region: null }
  }
  const { polygon, fromMetres, toMetres } = counted
  const reach = toMetres * 100
  const { minX, minY, maxX, maxY } = polygon.box
  const box = { minX: minX - reach, minY: minY - reach, maxX: maxX + reach, maxY: maxY + reach }
  if (toMetres === 0) return { box, region: polygonRegion(polygon) }
  const outer = bufferRegion(polygon, toMetres)
  return { box, region: difference(outer, bufferRegion(polygon, fromMetres)) }
}

function joined(a: Box, b: Box): Box {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  }
}

interface Cells {
  readonly cells: ReadonlyMap<string, number>
  readonly edgeMetres: number
}

/** Samples the centres of the squares of a box, row by row. Centimetres. */
function lookAt(box: Box, step: number, traced: readonly Traced[], lattice: Cells, table: Signatures): void {
  if (!(box.maxX >= box.minX)) return
  const columns = Math.max(1, Math.ceil((box.maxX - box.minX) / step))
  const rows = Math.max(1, Math.ceil((box.maxY - box.minY) / step))
  const signature = new Int32Array(columns)
  const addCells = createCellRow(box, step, columns, lattice, table)
  for (let row = 0; row < rows; row++) {
    const y = box.minY + (row + 0.5) * step
    signature.fill(0)
    traced.forEach(({ box: bounds, region }, counted) => {
      if (region === null || y < bounds.minY || y > bounds.maxY) return
      const spans = region.spansAt(y)
      for (let k = 0; k < spans.length; k += 2) {
        const from = Math.max(0, Math.ceil((spans[k]! - box.minX) / step - 0.5))
        const to = Math.min(columns, Math.ceil((spans[k + 1]! - box.minX) / step - 0.5))
        addAlong(signature, from, to, counted, table)
      }
    })
    addCells(signature, y)
    let before = -1
    for (const found of signature) {
      if (found !== before) table.keep(found)
      before = found
    }
  }
}

/** Adds a region to the points of a row; points beside each other mostly lie in the same regions. */
function addAlong(signature: Int32Array, from: number, to: number, counted: number, table: Signatures): void {
  let before = -1
  let after = -1
  for (let column = from; column < to; column++) {
    const found = signature[column]!
    if (found !== before) after = table.and(found, counted)
    before = found
    signature[column] = after
  }
}

/** Adds to each point of a row, at a height, the cell that holds it. */
function createCellRow(
  { minX, maxX }: Box,
  step: number,
  columns: number,
  { cells, edgeMetres }: Cells,
  table: Signatures,
): (signature: Int32Array, y: number) => void {
  if (cells.size === 0) return () => {}
  const xs = Int32Array.from({ length: columns }, (_, column) => Math.round(minX + (column + 0.5) * step))
  const ys = new Int32Array(columns)
  const chosen = Int32Array.from({ length: columns }, (_, column) => column)
  const found = new Int32Array(columns)
  const [width, height] = [1.5 * edgeMetres * 100, Math.sqrt(3) * edgeMetres * 100]
  const i0 = Math.floor(minX / width) - 2
  const across = Math.ceil((maxX - minX) / width) + 5
  return (signature, y) => {
    const block = { edgeMetres, i0, j0: Math.floor(y / height) - 2, columns: across, rows: 5 }
    locateCells(xs, ys.fill(Math.round(y)), chosen, columns, block, found)
    for (let column = 0; column < columns; ) {
      const at = found[column]!
      const from = column
      while (column < columns && found[column] === at) column++
      if (at < 0) continue
      const [i, j] = [i0 + Math.floor(at / block.rows), block.j0 + (at % block.rows)]
      const counted = cells.get(`${i},${j}`)
      if (counted !== undefined) addAlong(signature, from, column, counted, table)
    }
  }
}

/** Sets of regions as numbers: 0 is the empty set; others are made by adding a region to a known set. */
interface Signatures {
  and(signature: number, counted: number): number
  /** Records that a sampled point has a signature. */
  keep(signature: number): void
  met(counted: number): boolean
  signatures(): readonly PlaneAtom[]
}

function createSignatures(regions: number): Signatures {
  const sets: number[][] = [[]]
  const steps = new Map<number, number>()
  const kept = new Set<number>()
  const met = new Set<number>()
  return {
    and(signature, counted) {
      const step = signature * regions + counted
      const known = steps.get(step)
      if (known !== undefined) return known
      const next = sets.push([...sets[signature]!, counted]) - 1
      steps.set(step, next)
      return next
    },
    keep(signature) {
      if (kept.has(signature)) return
      kept.add(signature)
      for (const counted of sets[signature]!) met.add(counted)
    },
    met: (counted) => met.has(counted),
    signatures() {
      const distinct = new Map<string, PlaneAtom>()
      for (const signature of kept) {
        const atom = [...sets[signature]!].sort((a, b) => a - b)
        if (atom.length > 0) distinct.set(atom.join(), atom)
      }
      return [...distinct.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, atom]) => atom)
    },
  }
}
