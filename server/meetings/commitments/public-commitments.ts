import { OPERATING } from '../../platform/access/principal.ts'
import type { WorkService } from '../../work/index.ts'
import { byUrgency, commitmentOn, type StoredCommitment } from './commitment.ts'
import type { PublicCommitment } from './contract.ts'

interface Deps {
  readonly work: Pick<WorkService, 'list'>
  /** The city's calendar day, `2026-03-12`. */
  readonly today: () => string
  /** Name of a place or district; null for other ids. */
  readonly areaName: (id: number) => string | null
  readonly areaKind: (id: number) => 'place' | 'district' | null
  readonly reportAreas: { districtsOf(id: number): readonly number[] }
}

/** Days that what is done stays on the page. */
const DONE_DAYS = 90
const DAY_MS = 86_400_000

/** The commitments that are marked for the city's page, late ones first; what is done stays for a season. */
export async function publicCommitments({
  work,
  today,
  areaName,
  areaKind,
  reportAreas,
}: Deps): Promise<readonly PublicCommitment[]> {
  const stored = await work.list(OPERATING, { kind: 'commitment', audience: 'public' })
  const doneSince = new Date(Date.parse(today()) - DONE_DAYS * DAY_MS).toISOString()
  return stored
    .map((item) => commitmentOn(today(), item as StoredCommitment))
    .filter(({ status, changed }) => status !== 'done' || changed.at >= doneSince)
    .toSorted(byUrgency)
    .map(({ id, areaId, what, who, dueOn, status }) => ({
      id,
      what,
      who,
      dueOn,
      status,
      place: areaKind(areaId) === 'place' ? areaName(areaId) : null,
      districts: reportAreas.districtsOf(areaId).flatMap((district) => areaName(district) ?? []),
    }))
}
