import { readMeasure } from './read-measure.ts'

const POINT_DEGREES = 22.5
/** The sixteen points in Swedish and English; NO and SO are Swedish, for no English point ends so. */
const POINTS: readonly (readonly string[])[] = [
  ['n', 'nord', 'norr', 'north'],
  ['nno', 'nne'],
  ['no', 'ne', 'nordost', 'nordöst', 'northeast'],
  ['ono', 'ene', 'önö'],
  ['o', 'ö', 'e', 'ost', 'öst', 'öster', 'east'],
  ['oso', 'ese', 'öso'],
  ['so', 'se', 'sö', 'sydost', 'sydöst', 'southeast'],
  ['sso', 'sse'],
  ['s', 'syd', 'söder', 'south'],
  ['ssv', 'ssw'],
  ['sv', 'sw', 'sydväst', 'southwest'],
  ['vsv', 'wsw'],
  ['v', 'w', 'väst', 'väster', 'west'],
  ['vnv', 'wnw'],
  ['nv', 'nw', 'nordväst', 'northwest'],
  ['nnv', 'nnw'],
]
const ALL_ROUND =
  /^(?:360|runtom|all(?:a)? (?:round|håll)|omni(?:directional)?|dome|ptz|roterande|rotating)$/i

/** A compass bearing, 0 ≤ b < 360, from degrees or a point of the compass; null for a view all round; else what is wrong. */
export function readBearing(text: string): number | null | string {
  const trimmed = text.trim().toLowerCase()
  if (ALL_ROUND.test(trimmed)) return null
  const point = POINTS.findIndex((names) => names.includes(trimmed.replaceAll(/[\s-]/g, '')))
  if (point >= 0) return point * POINT_DEGREES
  const degrees = readMeasure(trimmed)
  return typeof degrees === 'number' ? degrees : 'is no bearing: degrees from north, or N, NO, O …'
}
