import { type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import { SETTINGS } from '../snapshot/incident.ts'
import { lastMinuteOf } from '../snapshot/totals.ts'
import { type UnitClass, UNIT_CLASSES, unitKindAt, unitKindTable } from './unit-kinds.ts'

const SETTING_UNKNOWN = SETTINGS.indexOf('unknown')
const IN_DWELLING = SETTINGS.indexOf('dwelling')
const FLAGGED = UNIT_CLASSES.indexOf('flagged')

/** What the live incidents of a source come to. */
export interface SourceTally {
  /** Those of the classes told that are placed precisely enough. */
  readonly placed: number
  /** Those of them that say in what setting they took place. */
  readonly withSetting: number
  /** Those of no exact place, but for flagged ones and those known to be in a dwelling. */
  readonly coarse: number
  /** First and last minute that a placed one begins in; infinite when there is none. */
  readonly first: number
  readonly last: number
}

/** What is looked at. */
export interface TallyQuery {
  /** Those that are told. */
  readonly classes: readonly UnitClass[]
  /** Bits by precision code: what units are made of. */
  readonly precisionMask: number
}

/**
 * Looks through all live incidents once: a tally a source, by its index. It goes by those that are told alone, and among those of
 * no exact place by those that are not known to be in a dwelling: else one in a dwelling would open its source to staff, or
 * show that there is one.
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
      const setting = place[row]! >>> 4
      if (((precisionMask >>> (place[row]! & 15)) & 1) === 0) {
        if (unitClass !== FLAGGED && setting !== IN_DWELLING) coarse[of]!++
        continue
      }
      if (!isDisclosed[unitClass]) continue
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

/** What a source without incidents comes to. */
export const NO_TALLY: SourceTally = {
  placed: 0,
  withSetting: 0,
  coarse: 0,
  first: Infinity,
  last: -Infinity,
}

/**
 * The tallies of what is left of a base and of what came since. Null when the first or the last incident of a source has died:
 * which one is that now, only a look at all of them tells.
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
