import { OPERATING } from '../platform/access/principal.ts'
import type { WorkService } from '../work/index.ts'
import type { PublicConclusion } from './contract.ts'
import { EVALUATION_STATES, type StoredEvaluation } from './evaluation.ts'

/**
 * The conclusions that are marked for the city's page, the newest first: words, months and what was learnt. Their counts
 * are staff's; figures beside them are those of releases.
 */
export async function publicConclusions({
  work,
}: {
  readonly work: Pick<WorkService, 'list'>
}): Promise<readonly PublicConclusion[]> {
  const stored = await work.list(OPERATING, { kind: 'evaluation', audience: 'public' })
  return (stored as readonly StoredEvaluation[])
    .toSorted((a, b) => b.id - a.id)
    .map(({ state, content: { result, learnt } }) => ({
      measureId: result.measure.id,
      group: result.group,
      after: result.after,
      before: [...result.before],
      conclusion: result.evaluation.conclusion,
      state: EVALUATION_STATES.find((known) => known === state) ?? 'computed',
      learnt,
    }))
}
