import { type CellEvidence, type Evidence, namesOf, parseFootprint } from '../../checks/index.ts'
import { ringsOf } from '../../engine/geometry/planar/planar-polygon.ts'
import { cellCorners } from '../../engine/lattice/lattice.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { CellClass } from '../../engine/statistics/surface-types.ts'
import { UNIT_EDGE } from '../../engine/units/unit-cube.ts'
import type { Language } from '../../platform/language.ts'
import type { Path, Picture, Shape, Stroke } from '../../platform/pictures/picture.ts'
import { type DocumentMap, documentMap, frameOf } from '../documents/document-map.ts'
import type { LegendEntry } from '../documents/map-legend.ts'
import { mapPicture, type MapOverlay } from '../documents/map-picture.ts'
import { DOCUMENT_MESSAGES } from '../documents/messages.ts'
import { REVIEW_MESSAGES } from './messages.ts'

const SITE_CELLS = { fill: { colour: '#f4ecd9', opacity: 0.7 }, stroke: { colour: '#8a4b08', width: 1.25 } }
const RING_CELLS: Stroke = { colour: '#8a969c', width: 0.75 }
/** Told apart by width and dash too, for print in grey and those who do not tell the colours apart. */
const CLASS_STROKES: Readonly<Record<Exclude<CellClass, 'even'>, Stroke>> = {
  high4: { colour: '#7a1020', width: 4 },
  high2: { colour: '#b3402a', width: 2.5 },
  above: { colour: '#b3402a', width: 1.75, dash: [8, 4] },
  below: { colour: '#2a5c9a', width: 1.75, dash: [8, 4] },
  below2: { colour: '#173a6b', width: 2.5 },
  few: { colour: '#5c666d', width: 1.5, dash: [2, 3] },
}

/** A coarser cell that the site touches, numbered as on the map, with its class a group. */
export interface NumberedCell {
  readonly number: number
  readonly i: number
  readonly j: number
  /** The class farthest from the expected of its groups, by which it is drawn. */
  readonly class: Exclude<CellClass, 'even'>
  readonly lines: readonly string[]
}

/** The cells of evidence that the site touches, numbered by how far above the expected they are. */
export function numberedCells(
  { cells }: Pick<Evidence, 'cells'>,
  language: Language,
): readonly NumberedCell[] {
  const messages = REVIEW_MESSAGES[language]
  const firsts = cells.filter((cell, k) => cells.findIndex((other) => isSameCell(cell, other)) === k)
  return firsts.map((first, k) => ({
    number: k + 1,
    i: first.i,
    j: first.j,
    class: first.class as NumberedCell['class'],
    lines: cells
      .filter((cell) => isSameCell(cell, first))
      .map((cell) => `${namesOf(cell.group)[language]}: ${messages.class[cell.class] ?? cell.class}`),
  }))
}

function isSameCell(a: CellEvidence, b: CellEvidence): boolean {
  return a.i === b.i && a.j === b.j
}

/**
 * The map of a review's evidence: the public map with the cells that are counted and the classes of those that the site
 * touches. For those who may read the evidence, never for a public document.
 *
 * @param map of the public document; null where there is none, and the cells are drawn alone
 */
export function annexPicture(
  evidence: Evidence,
  map: DocumentMap | null,
  language: Language,
  projection: Projection,
): Picture {
  const { query } = evidence.provenance
  const { planar } = parseFootprint(query.geometry, projection)
  const base = map ?? documentMap({ ...NO_GROUND, footprint: planar, ringMetres: query.ringMetres })
  const { minX, maxY } = frameOf(ringsOf(planar).flat())
  const outline = (i: number, j: number, edgeMetres: number): Path =>
    cellCorners({ i, j }, edgeMetres).flatMap(([x, y]) => [x - minX, maxY - y])
  return mapPicture(base, DOCUMENT_MESSAGES[language].mapWords, overlayOf(evidence, language, outline))
}

const NO_GROUND = { context: [], waters: [], areas: [], places: [] }

function overlayOf(
  evidence: Evidence,
  language: Language,
  outline: (i: number, j: number, edgeMetres: number) => Path,
): MapOverlay {
  const messages = REVIEW_MESSAGES[language]
  const { edgeMetres } = evidence.provenance.query
  const cellsOf = (isSite: boolean) =>
    evidence.zones
      .filter(({ zone }) => (zone === 0) === isSite)
      .flatMap(({ cells = [] }) => cells.map(([i, j]) => outline(i, j, UNIT_EDGE)))
  const numbered = numberedCells(evidence, language)
  const classed = numbered.map((cell) => ({ cell, ring: outline(cell.i, cell.j, edgeMetres) }))
  const shown = new Set(numbered.map((cell) => cell.class))
  const shapes: readonly Shape[] = [
    { kind: 'area', rings: cellsOf(false), stroke: RING_CELLS },
    { kind: 'area', rings: cellsOf(true), ...SITE_CELLS },
    ...classed.map(
      ({ cell, ring }): Shape => ({ kind: 'area', rings: [ring], stroke: CLASS_STROKES[cell.class] }),
    ),
    ...classed.map(({ cell, ring }) => numberOf(cell, ring, edgeMetres)),
  ]
  const legend: readonly LegendEntry[] = [
    { label: messages.siteCells, ...SITE_CELLS },
    { label: messages.ringCells, fill: { colour: '#ffffff' }, stroke: RING_CELLS },
    ...Object.entries(CLASS_STROKES).flatMap(([key, stroke]) =>
      shown.has(key as NumberedCell['class']) ? [{ label: messages.class[key]!, stroke }] : [],
    ),
  ]
  return { shapes, legend }
}

/** The number of a cell, over its middle, where the site does not cover it. */
function numberOf({ number, class: cellClass }: NumberedCell, ring: Path, edgeMetres: number): Shape {
  const [east, y] = [ring[0]!, ring[1]!]
  return {
    kind: 'text',
    letters: String(number),
    x: east - edgeMetres,
    y: y - edgeMetres * 0.6,
    size: 13,
    colour: CLASS_STROKES[cellClass].colour,
    halo: '#ffffff',
  }
}
