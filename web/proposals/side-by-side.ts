import type { Evidence, Finding } from '../../server/checks/contract.ts'

/** The same finding on two areas; null where one has none of it. */
export interface FindingPair {
  readonly id: string
  readonly here: Finding | null
  readonly there: Finding | null
}

/** Findings of two checks in pairs by what they speak of, in the order of the first. */
export function findingPairs(
  here: Pick<Evidence, 'findings'>,
  there: Pick<Evidence, 'findings'>,
): readonly FindingPair[] {
  const others = new Map(there.findings.map((finding) => [finding.id, finding]))
  const known = new Set(here.findings.map(({ id }) => id))
  return [
    ...here.findings.map((finding) => ({
      id: finding.id,
      here: finding,
      there: others.get(finding.id) ?? null,
    })),
    ...there.findings
      .filter(({ id }) => !known.has(id))
      .map((finding) => ({ id: finding.id, here: null, there: finding })),
  ]
}
