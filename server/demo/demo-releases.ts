import { demoPrincipal } from './demo-principal.ts'
import { PERIOD } from './incidents/calendar.ts'
import { actorReference, type Principal, OPERATING } from '../platform/access/principal.ts'
import { DomainError } from '../engine/errors.ts'
import { createGivenFigures } from '../records-requests/index.ts'
import { openComputePool } from '../platform/workers/compute-pool.ts'
import type { DemoStorage } from './demo-storage.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import {
  createReleaseComputer,
  createReleases,
  DELAY_DAYS,
  fourWeeksAt,
  fourWeeksOn,
  PLACE_DELAY_DAYS,
  type PublishService,
  type ReleaseSummary,
} from '../releases/index.ts'

const QUARTERS = 4
const YEARS = 2
/** A year, so that the profile of the last whole one is among them. */
const PLACE_PERIODS = 13
const DAY_MS = 86_400_000

interface Deps {
  readonly storage: DemoStorage
  readonly snapshots: SnapshotStore
  /** The server's publishing, which is notified of publications and preparation. */
  readonly publishing: {
    readonly tree: { setPreparing(preparing: boolean): void; refresh(): Promise<void> }
    watch(): Promise<void>
  }
  /** Aborts between two steps. */
  readonly signal: AbortSignal
  /** Runs after all public releases, from which a review takes its figures. */
  readonly oncePublic?: () => Promise<void>
}

interface Publishers {
  readonly coordinator: Principal
  readonly analyst: Principal
}

/** Loads the public tree; in the demo city then publishes its releases. In the background; never rejects. */
export async function publishInBackground(deps: Deps): Promise<void> {
  const { storage, publishing, signal } = deps
  try {
    publishing.tree.setPreparing(storage.city.demo)
    await publishing.watch()
    if (storage.city.demo) await publishDemo(deps)
  } catch (error) {
    if (!signal.aborted) storage.log.error({ err: error }, 'releases could not be published')
  } finally {
    publishing.tree.setPreparing(false)
  }
}

/**
 * Publishes the demo city's releases as its coordinator and analyst, newest first: four quarters, two years, and a
 * year of partners' places. Once; continues after an interruption. On a separate worker, so that the map does not
 * wait.
 */
async function publishDemo(deps: Deps): Promise<void> {
  const { storage, snapshots, publishing, signal, oncePublic = async () => {} } = deps
  const { repositories, clock, log, zone } = storage
  const publishers = {
    coordinator: (await demoPrincipal('coordinator', repositories.people)) ?? OPERATING,
    analyst: (await demoPrincipal('analyst', repositories.people)) ?? OPERATING,
  }
  const known = await repositories.releases.summaries()
  const isDone = (request: string) =>
    known.some((release) => isOf(release, request) && !isInterrupted(release, publishers))
  const isWanted = (request: string) => !isDone(request)
  const toAll = periods(clock.nowMs()).filter(isWanted)
  const toPlaces = (await placeRequests(storage)).filter(isWanted)
  if (toAll.length + toPlaces.length === 0) return oncePublic()
  const pool = openComputePool({ workers: 1, queueLimit: toAll.length + toPlaces.length })
  signal.addEventListener('abort', () => void pool.close(), { once: true })
  try {
    const { surveys, work } = repositories
    const given = createGivenFigures(work)
    const computer = createReleaseComputer({ snapshots, pool, surveys, zone, clock, given })
    const onChange = () => publishing.tree.refresh()
    const releases = createReleases({ ...storage, computer, pool, approvals: 2, onChange })
    const publishAll = async (requests: readonly string[]) => {
      for (const request of requests) {
        signal.throwIfAborted()
        await publishOne(releases, request, known, publishers).catch((error: unknown) => {
          if (!(error instanceof DomainError)) throw error
          log.info({ request, reason: error.message }, 'the demo city has no such release')
        })
      }
    }
    await publishAll(toAll)
    await oncePublic()
    await publishAll(toPlaces)
  } finally {
    await pool.close()
  }
}

async function publishOne(
  releases: PublishService,
  request: string,
  known: readonly ReleaseSummary[],
  { coordinator, analyst }: Publishers,
): Promise<void> {
  const interrupted = known.filter((release) => isOf(release, request))
  const started = interrupted.length > 0 ? interrupted : await releases.prepare(request, coordinator)
  for (const { id, state } of started) {
    if (state === 'prepared') await releases.approve(id, analyst)
    await releases.publish(id, coordinator)
  }
}

/** Whether a release is of a request: the key of a place release also has its outline. */
function isOf({ key }: ReleaseSummary, request: string): boolean {
  if (!request.startsWith('place/')) return key === request
  const [, placeId, from] = request.split('/')
  return key.startsWith(`place/${placeId}/`) && key.endsWith(`/${from}`)
}

function isInterrupted({ state, prepared }: ReleaseSummary, { coordinator }: Publishers): boolean {
  return (state === 'prepared' || state === 'approved') && prepared.by === actorReference(coordinator.actor)
}

/** The last quarters of the demo's time that are closed by now, newest first, and then its last years. */
function periods(nowMs: number): readonly string[] {
  const last = new Date(Math.min(nowMs - DELAY_DAYS * DAY_MS, Date.parse(PERIOD.to)))
  const year = last.getUTCFullYear()
  const quarter = year * 4 + Math.floor(last.getUTCMonth() / 3)
  const first = Number(PERIOD.from.slice(0, 4)) + 1
  const quarters = Array.from({ length: QUARTERS }, (_, back) => quarter - 1 - back)
  const years = Array.from({ length: YEARS }, (_, back) => year - 1 - back)
  const names = [
    ...quarters.map((count) => ({
      year: Math.floor(count / 4),
      name: `${Math.floor(count / 4)}-Q${(count % 4) + 1}`,
    })),
    ...years.map((count) => ({ year: count, name: String(count) })),
  ]
  return names.filter((period) => period.year >= first).map(({ name }) => name)
}

/** The last closed four weeks of each partner's place, oldest first. */
async function placeRequests({ repositories, clock, zone }: DemoStorage): Promise<readonly string[]> {
  const organisations = await repositories.people.organisations()
  const places = [...new Set(organisations.flatMap(({ placeIds }) => placeIds))].toSorted((a, b) => a - b)
  const lastMs = Math.min(clock.nowMs() - PLACE_DELAY_DAYS * DAY_MS, Date.parse(PERIOD.to))
  const current = fourWeeksAt(lastMs / 60_000, zone)
  const mondays = Array.from({ length: PLACE_PERIODS }, (_, k) => fourWeeksOn(current, k - PLACE_PERIODS))
  return places.flatMap((id) => mondays.map((from) => `place/${id}/${from}`))
}
