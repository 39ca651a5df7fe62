import type { Evidence, Finding } from '../../server/checks/contract.ts'

/** The findings of one group of categories; null for those about the place itself. */
export interface FindingGroup {
  readonly group: string | null
  readonly findings: readonly Finding[]
}

type Grouped = Pick<Evidence, 'findings' | 'counts' | 'cells' | 'ranks' | 'profiles'>

/** The findings by the group of their evidence, in their order. */
export function findingsByGroup({
  findings,
  counts,
  cells,
  ranks,
  profiles,
}: Grouped): readonly FindingGroup[] {
  const groupOf = new Map([...counts, ...cells, ...ranks, ...profiles].map(({ id, group }) => [id, group]))
  const groups = new Map<string | null, Finding[]>()
  for (const finding of findings) {
    const group = groupOf.get(finding.evidence[0] ?? '') ?? null
    const known = groups.get(group)
    if (known === undefined) groups.set(group, [finding])
    else known.push(finding)
  }
  return [...groups].map(([group, list]) => ({ group, findings: list }))
}
