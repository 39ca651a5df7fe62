import { OPERATING } from '../platform/access/principal.ts'
import type { WorkItem, WorkService } from '../work/index.ts'
import type { PublicPromise } from './contract.ts'

interface PromiseContent
  extends Pick<PublicPromise, 'sentence' | 'where' | 'beginsOn' | 'endsOn' | 'outcome'> {
  readonly decision: { readonly name: string } | null
}

interface Deps {
  readonly work: Pick<WorkService, 'list'>
  /** Name of a place or district; null for other ids. */
  readonly areaName: (id: number) => string | null
  readonly reportAreas: { districtsOf(id: number): readonly number[] }
}

const DECIDED: readonly PublicPromise['state'][] = ['decided', 'kept', 'not-kept']
const MAX_SHOWN = 200

/** The promises that are decided and public, in their public form: no id, nobody's name, the newest first. */
export async function publicPromises({
  work,
  reportAreas,
  areaName,
}: Deps): Promise<readonly PublicPromise[]> {
  const stored = await work.list(OPERATING, { kind: 'promise', audience: 'public', states: DECIDED })
  return (stored as readonly WorkItem<PromiseContent>[])
    .toSorted((a, b) => b.id - a.id)
    .slice(0, MAX_SHOWN)
    .map(({ areaId, state, content }) => ({
      sentence: content.sentence,
      where: content.where,
      districts: reportAreas.districtsOf(areaId).flatMap((id) => areaName(id) ?? []),
      beginsOn: content.beginsOn,
      endsOn: content.endsOn,
      state: DECIDED.find((known) => known === state) ?? 'decided',
      outcome: content.outcome,
      decidedBy: content.decision?.name ?? null,
    }))
}
