import { type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import { SETTINGS } from '../snapshot/incident.ts'
import { lastMinuteOf } from '../snapshot/totals.ts'
import { type UnitClass, UNIT_CLASSES, unitKindAt, unitKindTable } from './unit-kinds.ts'

const SETTING_UNKNOWN = SETTINGS.indexOf('unknown')

/** Tallies over the live incidents of a source. */
export interface SourceTally {
  /** Incidents of the disclosed classes that are placed precisely enough. */
  readonly placed: number
  /** Those of them with a known setting. */
  readonly withSetting: number
  /** Incidents of the disclosed classes that are not. */
  readonly coarse: number
  /** First and last minute in which a placed one begins; infinite when there is none. */
  readonly first: number
  readonly last: number
}

/** What is tallied. */
export interface TallyQuery {
  /** The disclosed classes. */
  readonly classes: readonly UnitClass[]
  /** Bits by precision code: what units are made of. */
  readonly precisionMask: number
}

/**
 * Tallies all live incidents in one pass, by source index. Counts disclosed classes only: otherwise an incident that
 * is or may be in a dwelling would open its source to staff, or disclose that there is one.
 */
export function tallySources(
  segments: readonly IncidentSegment[],
  { classes, precisionMask }: TallyQuery,
): readonly SourceTally[] {
  const sources = sourcesIn(segments)
  const classOf = unitKindTable().map((kind) => kind % UNIT_CLASSES.length)
  const isDisclosed = UNIT_CLASSES.map((unitClass) => classes.includes(unitClass))
  const [coarse, placed] = [new Uint32Array(sources), new Uint32Array(sources)]
  const withSetting = new Uint32Array(sources)
  const first = new Float64Array(sources).fill(Infinity)
  const last = new Float64Array(sources).fill(-Infinity)
  for (const { columns, dead } of segments) {
    const { category, flags, place, source, fromMinute } = columns
    for (let row = 0; row < columns.length; row++) {
      if (isDead(dead, row)) continue
      const of = source[row]!
      const unitClass = classOf[unitKindAt(category[row]!, place[row]!, flags[row]!)]!
      if (!isDisclosed[unitClass]) continue
      const setting = place[row]! >>> 4
      if (((precisionMask >>> (place[row]! & 15)) & 1) === 0) {
        coarse[of]!++
        continue
      }
      placed[of]!++
      if (setting !== SETTING_UNKNOWN) withSetting[of]!++
      if (fromMinute[row]! < first[of]!) first[of] = fromMinute[row]!
      const until = lastMinuteOf(columns, row)
      if (until > last[of]!) last[of] = until
    }
  }
  return Array.from(placed, (count, of) => ({
    placed: count,
    withSetting: withSetting[of]!,
    coarse: coarse[of]!,
    first: first[of]!,
    last: last[of]!,
  }))
}

function sourcesIn(segments: readonly IncidentSegment[]): number {
  let sources = 0
  for (const { columns } of segments) {
    for (let row = 0; row < columns.length; row++) sources = Math.max(sources, columns.source[row]! + 1)
  }
  return sources
}

/** The tally of a source without incidents. */
export const NO_TALLY: SourceTally = {
  placed: 0,
  withSetting: 0,
  coarse: 0,
  first: Infinity,
  last: -Infinity,
}

/**
 * Tallies from a base, its dead rows and later rows. Null when the first or last incident of a source has died: then
 * all rows must be tallied again.
 *
 * @param base of all rows of the base
 * @param died of those that are dead
 */
export function talliesOnBase(
  base: readonly SourceTally[],
  died: readonly SourceTally[],
  came: readonly SourceTally[],
): readonly SourceTally[] | null {
  if (!died.every((gone, of) => keepsSpan(base[of]!, gone))) return null
  return Array.from({ length: Math.max(base.length, came.length) }, (_, of) => {
    const [was, gone, more] = [base[of] ?? NO_TALLY, died[of] ?? NO_TALLY, came[of] ?? NO_TALLY]
    return {
      placed: was.placed - gone.placed + more.placed,
      withSetting: was.withSetting - gone.withSetting + more.withSetting,
      coarse: was.coarse - gone.coarse + more.coarse,
      first: Math.min(was.first, more.first),
      last: Math.max(was.last, more.last),
    }
  })
}

function keepsSpan(was: SourceTally, gone: SourceTally): boolean {
  return gone.first === Infinity || (gone.first > was.first && gone.last < was.last)
}
