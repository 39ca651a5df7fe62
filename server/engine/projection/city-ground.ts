import type { MultiPolygon, Polygon, Position } from 'geojson'

type Outline = Polygon | MultiPolygon

/** A city's outlines in its CRS, metres; thinned, so that they serve for a look and for words, never for figures. */
export interface CityGround {
  readonly study: readonly Outline[]
  readonly water: readonly Outline[]
  /** How far a border may lie from the true one. */
  readonly toleranceMetres: number
}

/** Steps across the city in which corners are told apart. */
const STEPS = 400
const MIN_CORNERS = 4

/**
 * The outlines with at most one corner a step; rings that are smaller than that go.
 *
 * @param extent the longer side of the city, metres
 */
export function cityGround(study: readonly Outline[], water: readonly Outline[], extent: number): CityGround {
  const step = Math.max(1, extent / STEPS)
  return {
    study: study.flatMap((one) => thinned(one, step)),
    water: water.flatMap((one) => thinned(one, step)),
    toleranceMetres: step,
  }
}

function thinned(outline: Outline, step: number): readonly Polygon[] {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  return polygons.flatMap((rings) => {
    const [shell, ...holes] = rings.map((ring) => thinnedRing(ring, step))
    if (shell === undefined || shell.length < MIN_CORNERS) return []
    const kept = holes.filter((ring) => ring.length >= MIN_CORNERS)
    return [{ type: 'Polygon', coordinates: [shell, ...kept] } satisfies Polygon]
  })
}

function thinnedRing(ring: readonly Position[], step: number): Position[] {
  const kept: Position[] = []
  let [column, row] = [Number.NaN, Number.NaN]
  for (const [x, y] of ring) {
    const [nextColumn, nextRow] = [Math.round(x! / step), Math.round(y! / step)]
    if (nextColumn === column && nextRow === row) continue
    ;[column, row] = [nextColumn, nextRow]
    kept.push([x!, y!])
  }
  const [first, last] = [kept[0], kept.at(-1)]
  if (first !== undefined && (first[0] !== last![0] || first[1] !== last![1])) kept.push(first)
  return kept
}
