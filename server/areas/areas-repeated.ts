import type { AreaProperties } from '../engine/snapshot/features.ts'

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
  const repeats: string[] = []
  const rejected: { readonly feature: number; readonly name: string; readonly rule: string }[] = []
  for (const area of areas) {
    const { ordinal, name } = area.record
    const first = firsts.get(area.planar)
    if (first === undefined) {
      firsts.set(area.planar, area)
      taken.push(area)
    } else if (JSON.stringify(first.properties) === JSON.stringify(area.properties)) {
      repeats.push(`${name}: feature ${ordinal} repeats feature ${first.record.ordinal} and counts once`)
    } else if (countsPeople(first) && countsPeople(area)) {
      const rule = `has an outline of its own; feature ${first.record.ordinal} (${first.record.name}) has the same`
      rejected.push({ feature: ordinal, name, rule })
    } else taken.push(area)
  }
  return { taken, repeats, rejected }
}

function countsPeople({ properties: { residents, visitors } }: Found): boolean {
  return residents !== null || visitors !== null
}
