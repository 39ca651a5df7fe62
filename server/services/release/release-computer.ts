import type { Clock } from '../../domain/clock.ts'
import { DomainError } from '../../domain/errors.ts'
import type { AttackReport, PublicContents, ReleasePeriod } from '../../domain/release.ts'
import type { ReleaseComputer as WholeReleaseComputer } from '../../domain/release-computer.ts'

export type ReleaseComputer = Pick<WholeReleaseComputer, 'preparePublic'>

import { RELEASE_EDGE_METRES } from '../../domain/release.ts'
import type { SurveyRepository } from '../../domain/surveys.ts'
import { toLocalMinute, type Zone } from '../../domain/zone.ts'
import type { ComputePool } from '../../snapshot/compute-pool.ts'
import { snapshotHandle } from '../../snapshot/handle.ts'
import type { Snapshot, SnapshotStore } from '../../snapshot/types.ts'
import { createPopulations } from '../populations.ts'
import { openSources } from './open-sources.ts'
import { DELAY_DAYS, isClosed, isYear, type MinuteSpan, spanOfPeriod } from './periods.ts'
import type { PublicTask } from './public-task.ts'

export interface ReleaseComputerDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly pool: ComputePool
  readonly surveys: Pick<SurveyRepository, 'list'>
  readonly zone: Zone
  readonly clock: Clock
}
const PUBLIC_TASK = new URL('./public-task.ts', import.meta.url)
const NOTHING_ATTACKED: AttackReport = { hidden: 0, atoms: 0, constraints: 0, breaches: [], hiddenBesides: 0 }

export function createReleaseComputer(deps: ReleaseComputerDeps): ReleaseComputer {
  const { snapshots, pool, surveys, zone, clock } = deps
  const populations = createPopulations(pool)

  async function computePublic(snapshot: Snapshot, period: ReleasePeriod): Promise<PublicContents> {
    const span = spanOfPeriod(period, zone)
    const { layers } = snapshot
    const sources = openSources(layers.sources, 'public', span, snapshot.timeSpan, zone)
    if (sources.length === 0) {
      const why = `No source that is open to the public covers all of ${period}.`
      throw new DomainError('unprocessable', why)
    }
    const task: PublicTask = {
      handle: snapshotHandle(snapshot),
      period,
      span,
      days: daysOf(span, zone),
      areas: layers.features('areas'),
      context: layers.context.filter(({ kind }) => kind === 'school' || kind === 'care_home'),
      sources,
      population: isYear(period) ? await populations.of(snapshot, RELEASE_EDGE_METRES) : null,
      surveys: await surveys.list(),
    }
    return pool.run<PublicTask, PublicContents>(PUBLIC_TASK, task)
  }

  return {
    async preparePublic(period, known) {
      if (!isClosed(spanOfPeriod(period, zone), clock.nowMs())) {
        const why = `${period} is told once it has been over for ${DELAY_DAYS} days, when late reports are in.`
        throw new DomainError('unprocessable', why)
      }
      if (known.some((release) => release.kind === 'public' && release.period === period)) {
        throw new DomainError(
          'conflict',
          `${period} has been released; what was told is never computed again.`,
        )
      }
      const lease = snapshots.acquire()
      try {
        const contents = await computePublic(lease.snapshot, period)
        return { key: period, contents, attack: NOTHING_ATTACKED, snapshotVersion: lease.snapshot.version }
      } finally {
        lease.release()
      }
    },
  }
}

function daysOf([from, to]: MinuteSpan, zone: Zone): readonly [first: string, last: string] {
  const day = (minute: number) => new Date(toLocalMinute(zone, minute) * 60_000).toISOString().slice(0, 10)
  return [day(from), day(to - 1)]
}
