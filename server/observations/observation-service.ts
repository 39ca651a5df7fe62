import { DomainError, notFound } from '../engine/errors.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Audience } from '../platform/access/audience.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { Clock } from '../platform/clock.ts'
import { noSuchArea } from '../work/index.ts'
import type { Observation, ObservationStatus, PlanarPosition } from './observation.ts'
import type { ObservationKind, ObservationState } from './observation-kinds.ts'
import { nearDuplicates, type ObservationGroup } from './near-duplicates.ts'
import type { ReportArea, ReportAreas } from './report-areas.ts'
import type { ReportGround } from './report-ground.ts'
import { type ReportLinkService, stepOf } from './links/report-links.ts'
import type { ObservationRepository } from './repository.ts'

/** How somebody reports: by the token of a link, or with an account about an area. */
export type Way = { readonly token: string } | { readonly areaId: number }

/** What somebody reports. */
export interface Report {
  readonly reportId: string
  readonly kind: ObservationKind
  readonly position: { readonly lon: number; readonly lat: number } | null
  /** Not a time: the clock of a phone may be wrong. */
  readonly minutesAgo: number
  readonly text: string | null
}

/** Where one may report, with the map of the area where it is one. */
export interface ReportPlaces {
  readonly areas: readonly ReportArea[]
  readonly label: string | null
  readonly ground: ReportGround | null
}

/** A report as it is stored, by this call or an earlier one. */
export interface StoredReport {
  readonly observation: Observation
  readonly isNew: boolean
}

/** Observations: reported by whoever may, told of to their reporters, worked through by coordinators. */
export interface ObservationService {
  /** @param areaId whose map is asked for. @throws DomainError `conflict` for an area that is none or another's */
  places(audience: Audience, areaId: number | null): ReportPlaces
  /** @throws DomainError as `ReportLinkService.open` */
  placesOfLink(token: string): Promise<ReportPlaces>
  /**
   * Stores a report once: the same one again gives what is stored.
   *
   * @throws DomainError as `places` and `placesOfLink`; `unprocessable` for a position elsewhere, `rate-limited` for a
   * link that brought too many
   */
  report(principal: Principal, report: Report, way: Way): Promise<StoredReport>
  /** @throws DomainError `not-found` */
  receipt(reportId: string): Promise<Observation>
  queue(filter: {
    readonly areaId: number | null
    readonly states: readonly ObservationState[]
  }): Promise<{ readonly groups: readonly ObservationGroup[]; readonly isWhole: boolean }>
  /** @throws DomainError `not-found`, `unprocessable` without a reason for doing nothing, `precondition-failed` */
  change(
    principal: Principal,
    id: number,
    revision: number,
    status: Pick<ObservationStatus, 'state' | 'outcome'>,
  ): Promise<Observation>
  /** @throws DomainError `not-found` */
  history(id: number): Promise<readonly ObservationStatus[]>
}

interface Deps {
  readonly observations: ObservationRepository
  readonly links: ReportLinkService
  readonly areas: ReportAreas
  readonly projection: Projection
  readonly clock: Clock
}

/** Reports that a link takes within an hour: a whole walk of twenty people, and no flood. */
export const MAX_HOURLY = 120
const MAX_QUEUE = 1000
const MINUTE_MS = 60_000

/** The service of observations. */
export function createObservationService(deps: Deps): ObservationService {
  const { observations, links, areas, clock } = deps
  const find = async (id: number) => {
    const observation = await observations.find(id)
    if (observation === null) throw notFound('observation', id)
    return observation
  }
  return {
    places: (audience, areaId) => placesOf(areas, audience, areaId),
    async placesOfLink(token) {
      const { areaId, label } = await links.open(token)
      return { areas: [areas.find(areaId)!], label, ground: areas.ground(areaId) }
    },
    async report(principal, report, way) {
      const known = await observations.findReport(report.reportId)
      if (known !== null) return { observation: known, isNew: false }
      const link = 'token' in way ? await links.open(way.token) : null
      const areaId = 'areaId' in way ? openArea(areas, principal.audience, way.areaId) : link!.areaId
      const step = stepOf(principal, clock)
      const { reportId, kind, text } = report
      const seenAt = new Date(Date.parse(step.at) - report.minutesAgo * MINUTE_MS).toISOString()
      const position = positionIn(deps, areaId, report.position)
      const reported = link === null ? step : { ...step, by: `link/${link.id}`, name: null }
      const linkId = link?.id ?? null
      await observations.insert(
        { reportId, areaId, kind, position, seenAt, linkId, text, reported },
        MAX_HOURLY,
      )
      return { observation: (await observations.findReport(reportId))!, isNew: true }
    },
    async receipt(reportId) {
      const observation = await observations.findReport(reportId)
      if (observation === null) throw notFound('report', reportId)
      return observation
    },
    async queue({ areaId, states }) {
      const filter = { states, ...(areaId !== null && { areaIds: areas.within(areaId) }) }
      const found = await observations.list(filter, MAX_QUEUE + 1)
      return { groups: nearDuplicates(found.slice(0, MAX_QUEUE)), isWhole: found.length <= MAX_QUEUE }
    },
    async change(principal, id, revision, status) {
      await find(id)
      if (status.state === 'no-action' && status.outcome === null) throw noReason()
      return observations.change(id, revision, status, stepOf(principal, clock))
    },
    async history(id) {
      await find(id)
      return observations.history(id)
    },
  }
}

function placesOf(areas: ReportAreas, audience: Audience, areaId: number | null): ReportPlaces {
  const open = areas.list(audience)
  const chosen = areaId ?? (open.length === 1 ? open[0]!.id : null)
  const ground = chosen === null ? null : areas.ground(openArea(areas, audience, chosen))
  return { areas: open, label: null, ground }
}

/** @throws DomainError `conflict` */
function openArea(areas: ReportAreas, audience: Audience, areaId: number): number {
  if (!areas.isOpen(audience, areaId)) throw noSuchArea(areaId)
  return areaId
}

/** @throws DomainError `unprocessable` */
function positionIn(
  { areas, projection }: Deps,
  areaId: number,
  given: Report['position'],
): PlanarPosition | null {
  if (given === null) return null
  const planar = projection.toPlanar(given.lon, given.lat)
  const position = planar === null ? null : { x: planar[0], y: planar[1] }
  if (position !== null && areas.holds(areaId, position)) return position
  const rule = 'must lie in the place that is reported about; leave it out otherwise'
  throw new DomainError('unprocessable', `position: ${rule}`, {
    problems: [{ field: 'position', value: given, rule }],
  })
}

function noReason(): DomainError {
  const rule = 'must say why nothing is done'
  return new DomainError('unprocessable', `outcome: ${rule}`, {
    problems: [{ field: 'outcome', value: null, rule }],
  })
}
