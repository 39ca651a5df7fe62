import { type IncidentSegment, isDead } from '../snapshot/incident-columns.ts'
import { SETTINGS } from '../snapshot/incident.ts'
import { lastMinuteOf } from '../snapshot/totals.ts'
import { type UnitClass, UNIT_CLASSES, unitKindTable } from './unit-kinds.ts'

const SETTING_UNKNOWN = SETTINGS.indexOf('unknown')
const IN_DWELLING = SETTINGS.indexOf('dwelling')
const FLAGGED = UNIT_CLASSES.indexOf('flagged')

/** The sources whose incidents are told of in units, and of which time. */
export interface ToldSources {
  /** As it was given, −1 besides for sources that are left out. */
  readonly registerOfSource: Int8Array
  /** Source indexes that are left out: of their placed incidents that are told none says in what setting it took place. */
  readonly withoutSetting: readonly number[]
  /** Source indexes of which no incident that is told is placed precisely enough for a unit: they know whole areas alone. */
  readonly areaOnly: readonly number[]
  /** First and last minute that a placed incident of the classes told begins in; null when there is none. */
  readonly timeSpan: { readonly fromMinute: number; readonly toMinute: number } | null
}

/** What is told, and of whom. */
export interface ToldQuery {
  /** Index into REGISTERS by source index, −1 for a source that is left out. */
  readonly registerOfSource: Int8Array
  readonly classes: readonly UnitClass[]
  /** Whether sources are left out none of whose incidents that are told says in what setting it took place. */
  readonly needsSetting: boolean
  /** Bits by precision code: what units are made of. */
  readonly precisionMask: number
}

/**
 * Looks through all live incidents once. It goes by those that are told alone, and among those of no exact place by those that
 * are not known to be in a dwelling: else one in a dwelling would open its source to staff, or show that there is one.
 */
export function toldSources(
  segments: readonly IncidentSegment[],
  { registerOfSource, classes, needsSetting, precisionMask }: ToldQuery,
): ToldSources {
  const sources = registerOfSource.length
  const classOf = unitKindTable().map((kind) => kind % UNIT_CLASSES.length)
  const isTold = UNIT_CLASSES.map((unitClass) => classes.includes(unitClass))
  const [coarse, placed] = [new Uint32Array(sources), new Uint32Array(sources)]
  const withSetting = new Uint32Array(sources)
  const first = new Float64Array(sources).fill(Infinity)
  const last = new Float64Array(sources).fill(-Infinity)
  for (const { columns, dead } of segments) {
    const { category, flags, place, source, fromMinute } = columns
    for (let row = 0; row < columns.length; row++) {
      const of = source[row]!
      if ((registerOfSource[of] ?? -1) < 0 || isDead(dead, row)) continue
      const unitClass = classOf[(category[row]! << 9) | (place[row]! << 1) | (flags[row] === 0 ? 0 : 1)]!
      const setting = place[row]! >>> 4
      if (((precisionMask >>> (place[row]! & 15)) & 1) === 0) {
        if (unitClass !== FLAGGED && setting !== IN_DWELLING) coarse[of]!++
        continue
      }
      if (!isTold[unitClass]) continue
      placed[of]!++
      if (setting !== SETTING_UNKNOWN) withSetting[of]!++
      if (fromMinute[row]! < first[of]!) first[of] = fromMinute[row]!
      const until = lastMinuteOf(columns, row)
      if (until > last[of]!) last[of] = until
    }
  }
  const indexes = [...registerOfSource.keys()].filter((of) => registerOfSource[of]! >= 0)
  const areaOnly = indexes.filter((of) => coarse[of]! > 0 && placed[of] === 0)
  const withoutSetting = needsSetting
    ? indexes.filter((of) => withSetting[of] === 0 && !areaOnly.includes(of))
    : []
  const told = registerOfSource.map((register, of) => (withoutSetting.includes(of) ? -1 : register))
  return { registerOfSource: told, withoutSetting, areaOnly, timeSpan: spanOf(told, first, last) }
}

function spanOf(told: Int8Array, first: Float64Array, last: Float64Array): ToldSources['timeSpan'] {
  let [from, to] = [Infinity, -Infinity]
  told.forEach((register, of) => {
    if (register < 0) return
    from = Math.min(from, first[of]!)
    to = Math.max(to, last[of]!)
  })
  return from > to ? null : { fromMinute: from, toMinute: to }
}
