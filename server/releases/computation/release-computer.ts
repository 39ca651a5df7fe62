import type { Clock } from '../../platform/clock.ts'
import { DomainError, notFound } from '../../engine/errors.ts'
import type { Area } from '../../engine/snapshot/features.ts'
import { isPremises } from '../../engine/disclosure/sheltered.ts'
import type { DerivableFigure, GivenFigures } from '../given-figure.ts'
import type { PlaceContents, PublicContents, ReleaseContents } from '../release.ts'
import type { PreparedRelease, ReleaseComputer } from '../release-computer.ts'
import type { Zone } from '../../engine/time/zone.ts'
import type { ComputePool } from '../../platform/workers/compute-pool.ts'
import { snapshotHandle } from '../../platform/feed/handle.ts'
import type { Snapshot } from '../../engine/snapshot/types.ts'
import type { AttackResult, AttackTask } from './attack-task.ts'
import type { GivenTask } from './given-task.ts'
import { openSources } from './open-sources.ts'
import { daysOf, isYear, spanOfPeriod } from './periods.ts'
import { dueReleases } from './due-releases.ts'
import {
  duePlaces,
  lastWeeksOf,
  placeKey,
  profiledPlaces,
  refuseUntimelyPlace,
  spanOrRefuse,
} from './place-schedule.ts'
import type { PlaceTask } from './place-task.ts'
import type { PublicTask } from './public-task.ts'
import { refuseBreaches, refuseUntimely } from './refusals.ts'
import type { SnapshotStore } from '../../platform/feed/snapshot-store.ts'
import { RELEASE_EDGE_METRES } from '../../engine/disclosure/shown-count.ts'
import type { EarlierDocument } from '../earlier-document.ts'
import { createPopulations } from '../../areas/index.ts'
import type { SurveyRepository } from '../../surveys/index.ts'

export interface ReleaseComputerDeps {
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly pool: ComputePool
  readonly surveys: Pick<SurveyRepository, 'list'>
  readonly zone: Zone
  readonly clock: Clock
  readonly given: GivenFigures
}

const PUBLIC_TASK = new URL('./public-task.ts', import.meta.url)
const PLACE_TASK = new URL('./place-task.ts', import.meta.url)
const ATTACK_TASK = new URL('./attack-task.ts', import.meta.url)
const GIVEN_TASK = new URL('./given-task.ts', import.meta.url)
/** Releases are background work: they may always queue. */
const BACKGROUND = { always: true } as const

/** Computes releases on the pool: count → round → protect → attack. Stores nothing. */
export function createReleaseComputer(deps: ReleaseComputerDeps): ReleaseComputer {
  const { snapshots, pool, surveys, zone, clock, given } = deps
  const populations = createPopulations(pool)

  async function onSnapshot<T>(work: (snapshot: Snapshot) => Promise<T>): Promise<T> {
    const lease = snapshots.acquire()
    try {
      return await work(lease.snapshot)
    } finally {
      lease.release()
    }
  }

  async function computePublic(
    snapshot: Snapshot,
    period: PublicContents['period'],
    earlier: readonly EarlierDocument[],
  ): Promise<PublicContents> {
    const span = spanOfPeriod(period, zone)
    const { layers } = snapshot
    const sources = openSources(layers.sources, 'public', span, snapshot.timeSpan, zone)
    if (sources.length === 0) {
      throw new DomainError('unprocessable', `No source that is open to the public covers all of ${period}.`)
    }
    const population = isYear(period) ? await populations.of(snapshot, RELEASE_EDGE_METRES, 'staff') : null
    const task: PublicTask = {
      handle: snapshotHandle(snapshot),
      period,
      span,
      days: daysOf(span, zone),
      areas: layers.features('areas'),
      context: shelteredContext(snapshot),
      sources,
      population,
      surveys: await surveys.list(),
      earlier,
    }
    return pool.run<PublicTask, PublicContents>(PUBLIC_TASK, task, BACKGROUND)
  }

  function computePlaces(
    snapshot: Snapshot,
    places: readonly Area[],
    from: string,
    known: readonly ReleaseContents[],
  ): Promise<readonly (PlaceContents | null)[]> {
    const span = spanOrRefuse(from, zone)
    const { layers, timeSpan } = snapshot
    const areas = layers.features('areas')
    const sources = openSources(layers.sources, 'partner', span, timeSpan, zone)
    const year = profiledPlaces(places, span, known, zone)
    const isYearDisclosed =
      year !== null && openSources(sources, 'partner', year.span, timeSpan, zone).length === sources.length
    const task: PlaceTask = {
      handle: snapshotHandle(snapshot),
      places,
      from,
      span,
      year: isYearDisclosed ? year : null,
      areas,
      context: shelteredContext(snapshot),
      sources,
    }
    return pool.run<PlaceTask, readonly (PlaceContents | null)[]>(PLACE_TASK, task, BACKGROUND)
  }

  async function protect<C extends ReleaseContents>(
    keyOf: (contents: C) => string,
    fresh: readonly C[],
    known: readonly ReleaseContents[],
    snapshotVersion: string,
  ): Promise<readonly PreparedRelease<C>[]> {
    const task: AttackTask = { known, fresh, given: await given.givenFigures(), zone, hide: true }
    const response = await pool.run<AttackTask, AttackResult>(ATTACK_TASK, task, BACKGROUND)
    refuseBreaches(response.report)
    return (response.fresh as readonly C[]).map((contents) => {
      return { key: keyOf(contents), contents, attack: response.report, snapshotVersion }
    })
  }

  const preparePlaces = async (
    snapshot: Snapshot,
    places: readonly Area[],
    from: string,
    known: readonly ReleaseContents[],
  ) => {
    const computed = await computePlaces(snapshot, places, from, known)
    const disclosed = computed.filter((contents) => contents !== null)
    if (disclosed.length === 0) return []
    return protect((contents) => placeKey(contents, from), disclosed, known, snapshot.version)
  }

  return {
    due: (keys) =>
      onSnapshot(async (snapshot) => {
        const { sources } = snapshot.layers
        const city = { sources, places: placesOf(snapshot), timeSpan: snapshot.timeSpan, zone }
        return dueReleases(city, keys, clock.nowMs())
      }),
    async preparePublic(period, known, earlier) {
      refuseUntimely(period, known, zone, clock.nowMs())
      return onSnapshot(async (snapshot) => {
        const contents = await computePublic(snapshot, period, earlier)
        const [prepared] = await protect(() => period, [contents], known, snapshot.version)
        return prepared!
      })
    },
    preparePlace(placeId, from, known) {
      return onSnapshot(async (snapshot) => {
        const place = placesOf(snapshot).find(({ id }) => id === placeId)
        if (place === undefined) throw notFound('place', placeId)
        refuseUntimelyPlace(place, from, known, zone, clock.nowMs())
        const [prepared] = await preparePlaces(snapshot, [place], from, known)
        if (prepared !== undefined) return prepared
        const why = `No source that is open to partners covers ${place.properties.name} in the four weeks from ${from}.`
        throw new DomainError('unprocessable', why)
      })
    },
    prepareDuePlaces(known) {
      return onSnapshot(async (snapshot) => {
        const due = duePlaces(placesOf(snapshot), lastWeeksOf(known), zone, clock.nowMs())
        return due === null ? [] : preparePlaces(snapshot, due.places, due.from, known)
      })
    },
    async attack(releases, freshFrom = 0) {
      const [known, fresh] = [releases.slice(0, freshFrom), releases.slice(freshFrom)]
      const task: AttackTask = { known, fresh, given: await given.givenFigures(), zone, hide: false }
      const { report } = await pool.run<AttackTask, AttackResult>(ATTACK_TASK, task, BACKGROUND)
      return report
    },
    async attackRequested(known, requested) {
      const task: GivenTask = { known, given: await given.givenFigures(), requested, zone }
      return pool.run<GivenTask, readonly DerivableFigure[]>(GIVEN_TASK, task, BACKGROUND)
    },
  }
}

function shelteredContext({ layers }: Snapshot) {
  return layers.context.filter(({ kind }) => isPremises(kind))
}

function placesOf({ layers }: Snapshot): readonly Area[] {
  return layers.features('areas').filter(({ properties }) => properties.kind === 'place')
}
