import { REGISTERS } from '../engine/disclosure/registers.ts'
import { CATEGORIES, CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { PART_EDGE } from '../engine/units/build-part-cube.ts'
import { isOfPartClass, PART_KINDS } from '../engine/units/part-kinds.ts'
import { type DisclosedLine, disclosedDigest } from '../engine/units/disclosed-digest.ts'
import type { UnitCube } from '../engine/units/unit-cube.ts'
import { CLASSES_OF_READER, UNIT_CLASSES, UNIT_KINDS, unitKind } from '../engine/units/unit-kinds.ts'
import { unitStep } from './unit-steps.ts'

const STAFF_CLASSES = CLASSES_OF_READER.staff
const LINES = (CATEGORY_GROUPS.length + CATEGORIES.length) * REGISTERS.length

/** Lines of a group by months or quarters and of each category by years, register by register. */
const LINES_OF_KIND = linesOfKinds()

/** Parts of the week are disclosed as in the cube. */
const LINES_OF_PART: readonly (readonly DisclosedLine[])[] = Array.from({ length: PART_KINDS }, (_, line) =>
  STAFF_CLASSES.some((unitClass) => isOfPartClass(line, unitClass)) ? [{ line, stepMonths: 12 }] : [],
)

/** Digest of what a cube discloses to staff up to a closed month: it changes only when one of their figures does. */
export function staffDigest(cube: UnitCube, closedMonth: number): string {
  return cube.block.edgeMetres === PART_EDGE
    ? disclosedDigest(cube, closedMonth, LINES_OF_PART, PART_KINDS)
    : disclosedDigest(cube, closedMonth, LINES_OF_KIND, LINES)
}

function linesOfKinds(): readonly (readonly DisclosedLine[])[] {
  const lines: DisclosedLine[][] = Array.from({ length: UNIT_KINDS }, () => [])
  CATEGORIES.forEach(({ group }, category) => {
    const byGroup = CATEGORY_GROUPS.findIndex(({ code }) => code === group)
    const subjects = [
      { subject: CATEGORY_GROUPS.length + category, stepMonths: stepOf(group, true) },
      ...(byGroup < 0 ? [] : [{ subject: byGroup, stepMonths: stepOf(group, false) }]),
    ]
    REGISTERS.forEach((_, register) => {
      for (const unitClass of STAFF_CLASSES)
        lines[unitKind(category, register, UNIT_CLASSES.indexOf(unitClass))] = subjects.map(
          ({ subject, stepMonths }) => ({ line: subject * REGISTERS.length + register, stepMonths }),
        )
    })
  })
  return lines
}

function stepOf(group: string | null, ofCategories: boolean): number {
  return unitStep({ group, ofCategories, ofParts: false })
}
