import type { AreaProperties } from '../engine/snapshot/features.ts'
import { outlineKey } from './outline-key.ts'
import type { Texts } from '../engine/texts.ts'
import { AREA_FILE_MESSAGES as MESSAGES } from './messages.ts'

interface Found {
  readonly record: { readonly ordinal: number; readonly name: string }
  readonly properties: AreaProperties
  readonly planar: string
}

/**
 * The areas of a file without those that stand in it before: the same one again counts once, and of two that share their
 * outline but not their names or figures of people the second is rejected, for its people would count twice.
 */
export function withoutRepeats<A extends Found>(areas: readonly A[]) {
  const firsts = new Map<string, A>()
  const taken: A[] = []
  const repeats: Texts[] = []
  const rejected: { readonly feature: number; readonly name: string; readonly rule: Texts }[] = []
  for (const area of areas) {
    const { ordinal, name } = area.record
    const key = outlineKey(area.planar)
    const first = firsts.get(key)
    if (first === undefined) {
      firsts.set(key, area)
      taken.push(area)
    } else if (JSON.stringify(first.properties) === JSON.stringify(area.properties)) {
      repeats.push(MESSAGES.of(name, MESSAGES.repeats(ordinal, first.record.ordinal)))
    } else if (countsPeople(first) && countsPeople(area)) {
      const rule = MESSAGES.sharedOutline(first.record.ordinal, first.record.name)
      rejected.push({ feature: ordinal, name, rule })
    } else taken.push(area)
  }
  return { taken, repeats, rejected }
}

function countsPeople({ properties: { residents, visitors } }: Found): boolean {
  return residents !== null || visitors !== null
}
