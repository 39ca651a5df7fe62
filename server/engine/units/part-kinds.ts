import { REGISTERS, type Register } from '../disclosure/registers.ts'
import { CATEGORIES, CATEGORY_GROUPS } from '../snapshot/categories.ts'
import { WEEK_PARTS } from '../time/week-parts.ts'
import { UNIT_CLASSES, type UnitBuckets, type UnitClass, unitClassOf } from './unit-kinds.ts'

/** Code of an unknown part of the week. */
export const PART_UNKNOWN = WEEK_PARTS
const PARTS = WEEK_PARTS + 1
const SETTING_SHIFT = 4
const PLACES = 256

/** Kinds of incident in the cube of parts: group × register × class × part of the week or none. */
export const PART_KINDS = CATEGORY_GROUPS.length * REGISTERS.length * UNIT_CLASSES.length * PARTS

/** The kind of an index into CATEGORY_GROUPS, one into REGISTERS, one into UNIT_CLASSES and a part. */
function partKind(group: number, register: number, unitClass: number, part: number): number {
  return ((group * REGISTERS.length + register) * UNIT_CLASSES.length + unitClass) * PARTS + part
}

/** Step of a register in the numbering of kinds. */
export const PARTS_OF_REGISTER = UNIT_CLASSES.length * PARTS

/**
 * The kind of a row of the first register and part, for scans, by the index of `unitKindTable`; −1 for a category of no
 * group. A register adds `register · PARTS_OF_REGISTER`, a part itself.
 */
export function partKindTable(): Int16Array {
  return Int16Array.from({ length: CATEGORIES.length * PLACES * 2 }, (_, at) => {
    const category = at >>> 9
    const group = CATEGORY_GROUPS.findIndex(({ code }) => code === CATEGORIES[category]!.group)
    const setting = ((at >>> 1) & (PLACES - 1)) >>> SETTING_SHIFT
    return group < 0 ? -1 : partKind(group, 0, unitClassOf(category, at & 1, setting), 0)
  })
}

/** Whether a kind is of a class. */
export function isOfPartClass(kind: number, unitClass: UnitClass): boolean {
  return Math.floor(kind / PARTS) % UNIT_CLASSES.length === UNIT_CLASSES.indexOf(unitClass)
}

/** What is summed of a cube of parts, and into which buckets. */
export interface PartSelection {
  readonly registers: readonly Register[]
  readonly classes: readonly UnitClass[]
  /** Bucket of an index into CATEGORY_GROUPS and a part of the week, PART_UNKNOWN among them; −1 = not counted. */
  readonly bucketOf: (group: number, part: number) => number
  readonly buckets: number
}

/** A selection as a table for scans. */
export function partBuckets({ registers, classes, bucketOf, buckets }: PartSelection): UnitBuckets {
  const ofKind = new Int16Array(PART_KINDS).fill(-1)
  for (let group = 0; group < CATEGORY_GROUPS.length; group++) {
    for (const register of registers) {
      for (const unitClass of classes) {
        for (let part = 0; part < PARTS; part++) {
          const kind = partKind(group, REGISTERS.indexOf(register), UNIT_CLASSES.indexOf(unitClass), part)
          ofKind[kind] = bucketOf(group, part)
        }
      }
    }
  }
  return { buckets, ofKind }
}
