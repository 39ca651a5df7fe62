import { type Field, fractal } from './noise.ts'
import type { Random } from '../random.ts'
import { resampled } from './curve.ts'
import { add, type Line, rotate, type Vec } from './vector.ts'

/** How the streets of a quarter lie: long streets along one direction, cross streets between them, gently bent. */
export interface PatternOptions {
  readonly centre: Vec
  /** The pattern reaches this far from its centre. */
  readonly reachMetres: number
  /** Direction of the long streets, degrees counter-clockwise from east. */
  readonly angleDegrees: number
  /** Distance between long streets, and between cross streets. */
  readonly rowMetres: number
  readonly columnMetres: number
  /** How unequal the distances are, 0 = all equal … 0.5. */
  readonly irregularity: number
  /** Every strip has cross streets of its own, so that they meet the long streets in T junctions. */
  readonly staggered: boolean
  /** Share of the cross streets that is missing. */
  readonly missing: number
  /** How far streets bend sideways, and over which length. */
  readonly bendMetres: number
  readonly bendLengthMetres: number
}

const SAMPLE_METRES = 22

/** The streets of a pattern as lines: first the long ones, then the cross streets. */
export function patternLines(options: PatternOptions, random: Random, field: Field): readonly Line[] {
  const rows = positions(options.reachMetres, options.rowMetres, options.irregularity, random)
  const place = (p: Vec) => bend(add(options.centre, rotate(p, options.angleDegrees)), options, field)
  const long = rows.map((v) =>
    sampleAll(
      [
        [-options.reachMetres, v],
        [options.reachMetres, v],
      ],
      options,
    ).map(place),
  )
  return [...long, ...crossStreets(rows, options, random).map((line) => sampleAll(line, options).map(place))]
}

/** Cross streets; one that runs on through several strips is one line. */
function crossStreets(rows: readonly number[], options: PatternOptions, random: Random): Line[] {
  const columns = () => positions(options.reachMetres, options.columnMetres, options.irregularity, random)
  const shared = columns()
  const strips = rows.slice(1).map(() => (options.staggered ? columns() : shared))
  const lines: Vec[][] = []
  const running = new Map<number, Vec[]>()
  strips.forEach((strip, k) => {
    for (const u of strip) {
      const before = running.get(u)
      if (random.chance(options.missing)) running.delete(u)
      else if (before !== undefined) before.push([u, rows[k + 1]!])
      else
        running.set(
          u,
          lines[
            lines.push([
              [u, rows[k]!],
              [u, rows[k + 1]!],
            ]) - 1
          ]!,
        )
    }
  })
  return lines
}

function positions(reach: number, step: number, irregularity: number, random: Random): number[] {
  const list: number[] = []
  for (let at = -reach; at <= reach; at += step * (1 + random.between(-irregularity, irregularity)))
    list.push(at)
  return list
}

/** Points close enough together that a bent street looks smooth. */
const sampleAll = (line: Line, { bendMetres }: PatternOptions): Line =>
  bendMetres === 0 ? line : resampled(line, SAMPLE_METRES)

function bend(p: Vec, { bendMetres, bendLengthMetres }: PatternOptions, field: Field): Vec {
  if (bendMetres === 0) return p
  const dx = fractal(field, p, bendLengthMetres, 2) * bendMetres
  const dy = fractal(field, [p[0] + 5000, p[1] - 3000], bendLengthMetres, 2) * bendMetres
  return [p[0] + dx, p[1] + dy]
}
