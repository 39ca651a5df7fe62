import type { PlaceWork } from './measure-calls.ts'

/** What a decided measure lacks in problem–cause–goal–measure. */
export interface Gap {
  readonly kind:
    | 'no-cause'
    | 'no-goal'
    | 'no-baseline'
    | 'no-day'
    | 'only-assumed'
    | 'no-money'
    | 'no-evidence'
  /** The measure, goal or cause that it concerns. */
  readonly title: string
}

const DECIDED = ['decided', 'ongoing', 'done']

/** The gaps of decided measures; measures that are not decided are not checked. */
export function gapsOf({ measures, causes, goals, evidence }: PlaceWork): readonly Gap[] {
  const decided = measures.filter(({ state }) => DECIDED.includes(state))
  const withIds = <T extends { readonly id: number }>(items: readonly T[], ids: readonly number[]) =>
    items.filter(({ id }) => ids.includes(id))
  const usedGoals = withIds(
    goals,
    decided.flatMap(({ goalIds }) => goalIds),
  )
  const usedCauses = withIds(
    causes,
    decided.flatMap(({ causeIds }) => causeIds),
  )
  const withEvidence = new Set(evidence.map(({ partOf: causeId }) => causeId))
  return [
    ...decided.flatMap(({ title, causeIds, goalIds, money }): readonly Gap[] => [
      ...(causeIds.length === 0 ? [{ kind: 'no-cause', title } as const] : []),
      ...(goalIds.length === 0 ? [{ kind: 'no-goal', title } as const] : []),
      ...(money === null ? [{ kind: 'no-money', title } as const] : []),
    ]),
    ...usedGoals.flatMap(({ what, dueOn, baseline, indicatorKind }): readonly Gap[] => [
      ...(dueOn === null ? [{ kind: 'no-day', title: what } as const] : []),
      ...(baseline === null && indicatorKind !== 'process'
        ? [{ kind: 'no-baseline', title: what } as const]
        : []),
    ]),
    ...usedCauses.flatMap(({ id, why, state }): readonly Gap[] => {
      if (state === 'assumed') return [{ kind: 'only-assumed', title: why }]
      return withEvidence.has(id) ? [] : [{ kind: 'no-evidence', title: why }]
    }),
  ]
}
