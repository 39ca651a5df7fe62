import { OPERATING } from '../platform/access/principal.ts'
import type { WorkItem, WorkService } from '../work/index.ts'
import type { MeasureContent, PublicMeasure } from './contract.ts'

interface Deps {
  readonly work: Pick<WorkService, 'list'>
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  /** Name of a place or district; null for other ids. */
  readonly areaName: (id: number) => string | null
  readonly areaKind: (id: number) => 'place' | 'district' | null
  readonly reportAreas: { districtsOf(id: number): readonly number[] }
}

/** The measures that are marked for the city's page, in their public form: neither money nor causes, the newest first. */
export async function publicMeasures({
  work,
  today,
  areaName,
  areaKind,
  reportAreas,
}: Deps): Promise<readonly PublicMeasure[]> {
  const stored = await work.list(OPERATING, { kind: 'measure', audience: 'public' })
  return (stored as readonly WorkItem<MeasureContent>[])
    .map(({ id, areaId, state, content }) => ({
      id,
      title: content.title,
      type: content.type,
      owner: content.owner,
      parties: [...content.parties],
      state: state as PublicMeasure['state'],
      late: isLate(state, content.endsOn, today()),
      beginsOn: content.beginsOn,
      endsOn: content.endsOn,
      decidedBy: content.decision?.name ?? null,
      cancelledBecause: state === 'cancelled' ? content.cancelledBecause : null,
      place: areaKind(areaId) === 'place' ? areaName(areaId) : null,
      districts: reportAreas.districtsOf(areaId).flatMap((district) => areaName(district) ?? []),
    }))
    .toSorted((a, b) => (b.beginsOn ?? '9999').localeCompare(a.beginsOn ?? '9999') || b.id - a.id)
}

/** Decided or going on, and its last day has passed. */
export function isLate(state: string, endsOn: unknown, today: string): boolean {
  return (state === 'decided' || state === 'ongoing') && typeof endsOn === 'string' && endsOn < today
}
