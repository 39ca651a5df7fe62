import { REGISTERS, type Register } from '../disclosure/registers.ts'
import { CATEGORIES } from '../snapshot/categories.ts'
import { SETTINGS } from '../snapshot/incident.ts'

/**
 * Classes of incidents in the cube; the position in the list is the stored code. `flagged`: carries a flag or is of a
 * sensitive category. `dwelling`: took place in one, or may have: people, theft and burglary of unknown setting.
 * `open`: all others.
 */
export const UNIT_CLASSES = ['open', 'flagged', 'dwelling'] as const
export type UnitClass = (typeof UNIT_CLASSES)[number]

/** Readers of units: staff, who see some classes, or analysts, who see every incident anyway. */
export type UnitReader = 'staff' | 'analyst'

/** Classes of incidents that are counted for a reader. Flagged incidents and sensitive categories are in no unit's sum. */
export const CLASSES_OF_READER: Readonly<Record<UnitReader, readonly UnitClass[]>> = {
  staff: ['open'],
  analyst: ['open', 'dwelling'],
}

/** Kinds of incident in the cube: category × register × class. */
export const UNIT_KINDS = CATEGORIES.length * REGISTERS.length * UNIT_CLASSES.length

const [OPEN, FLAGGED, DWELLING] = [0, 1, 2] as const
const IN_DWELLING = SETTINGS.indexOf('dwelling')
const SETTING_UNKNOWN = SETTINGS.indexOf('unknown')
const SETTING_SHIFT = 4
const PLACES = 256

/** The kind of a category index, an index into REGISTERS and one into UNIT_CLASSES. */
export function unitKind(category: number, register: number, unitClass: number): number {
  return (category * REGISTERS.length + register) * UNIT_CLASSES.length + unitClass
}

/** The class of an incident, as an index into UNIT_CLASSES. */
export function unitClassOf(category: number, flags: number, setting: number): number {
  const { code, group, sensitive } = CATEGORIES[category]!
  if (flags !== 0 || sensitive) return FLAGGED
  if (setting === IN_DWELLING) return DWELLING
  const maybe = group === 'people' || code === 'theft' || code === 'burglary'
  return setting === SETTING_UNKNOWN && maybe ? DWELLING : OPEN
}

/**
 * The kind of a row of the first register, for scans: index = (category · 256 + place byte) · 2 + (1 when flagged), see
 * `unitKindAt` and `IncidentColumns.place`. A register adds `register · UNIT_CLASSES.length`.
 */
export function unitKindTable(): Uint16Array {
  return Uint16Array.from({ length: CATEGORIES.length * PLACES * 2 }, (_, at) => {
    const category = at >>> 9
    const setting = ((at >>> 1) & (PLACES - 1)) >>> SETTING_SHIFT
    return unitKind(category, 0, unitClassOf(category, at & 1, setting))
  })
}

/** The place of a row in `unitKindTable`. */
export function unitKindAt(category: number, place: number, flags: number): number {
  return (category << 9) | (place << 1) | (flags === 0 ? 0 : 1)
}

/** What is summed, and into which buckets: see `unitBuckets`. */
export interface UnitSelection {
  readonly registers: readonly Register[]
  readonly classes: readonly UnitClass[]
  /** Bucket by category index, −1 for a category that does not count. */
  readonly bucketOfCategory: ArrayLike<number>
  readonly buckets: number
}

/** Bucket of each kind, −1 for one that does not count. */
export interface UnitBuckets {
  readonly buckets: number
  readonly ofKind: Int16Array
}

/** A selection as a table for scans. A category of several registers or classes adds up in its bucket. */
export function unitBuckets({ registers, classes, bucketOfCategory, buckets }: UnitSelection): UnitBuckets {
  const ofKind = new Int16Array(UNIT_KINDS).fill(-1)
  for (let category = 0; category < CATEGORIES.length; category++) {
    for (const register of registers) {
      for (const unitClass of classes) {
        const kind = unitKind(category, REGISTERS.indexOf(register), UNIT_CLASSES.indexOf(unitClass))
        ofKind[kind] = bucketOfCategory[category]!
      }
    }
  }
  return { buckets, ofKind }
}
