import { renderSVG } from 'uqr'
import { DomainError } from '../engine/errors.ts'
import type { Projection } from '../engine/projection/projection.ts'
import type { Zone } from '../engine/time/zone.ts'
import type { BaseUrlOf } from '../platform/http/base-url.ts'
import { type EndpointResponse, json } from '../platform/http/endpoint-response.ts'
import { formatLocal } from '../platform/http/fields/instant.ts'
import { revisionTag } from '../platform/http/if-match.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import * as contract from './contract.ts'
import * as linkContract from './links/contract.ts'
import type { Observation, ReportLink } from './observation.ts'
import type { ObservationState } from './observation-kinds.ts'
import type { ObservationService, ReportPlaces, StoredReport } from './observation-service.ts'
import type { ReportAreas } from './report-areas.ts'
import type { ReportLinkService } from './links/report-links.ts'
import type { PictureWeek } from './week-picture.ts'

interface Deps {
  readonly observations: ObservationService
  readonly reportLinks: ReportLinkService
  readonly reportAreas: ReportAreas
  readonly pictureWeek: PictureWeek
  readonly projection: Projection
  readonly zone: Zone
  /** The city's calendar day. */
  readonly today: () => string
  readonly baseUrlOf: BaseUrlOf
  /** See `CITY_REPORT_URL` and `OBSERVATION_ERASURE_DECISION`. */
  readonly city: { readonly reportUrl: string | null; readonly observationErasure: string | null }
}

const STATES: Readonly<Record<'open' | 'closed', readonly ObservationState[]>> = {
  open: ['received', 'forwarded'],
  closed: ['fixed', 'no-action'],
}

/** What was seen: reported, told of, worked through. */
export function observationRoutes(deps: Deps): readonly Route[] {
  const { observations, pictureWeek, city, today } = deps
  const shown = (observation: Observation) => observationResponse(deps, observation)
  return [
    endpoint(contract.listReportPlaces, ({ query, audience }) =>
      json(placesResponse(observations.places(audience, query.area ?? null), city.reportUrl)),
    ),
    endpoint(contract.createObservation, async ({ body: { areaId, ...report }, principal }) =>
      storedResponse(await observations.report(principal, report, { areaId }), deps.zone),
    ),
    endpoint(contract.createObservationByLink, async ({ body: { token, ...report }, principal }) =>
      storedResponse(await observations.report(principal, report, { token }), deps.zone),
    ),
    endpoint(contract.getReceipt, async ({ params }) =>
      json(receiptOf(await observations.receipt(params.reportId), deps.zone), {
        'Cache-Control': 'no-store',
      }),
    ),
    endpoint(contract.listObservations, async ({ query }) => {
      const filter = { areaId: query.area ?? null, states: STATES[query.state] }
      const { groups, isWhole } = await observations.queue(filter)
      const erasureDecision = city.observationErasure
      return json({ groups: groups.map((group) => group.map(shown)), isWhole, erasureDecision })
    }),
    endpoint(contract.changeObservation, async ({ params, body, revision, principal }) => {
      if (revision === null) throw new DomainError('precondition-required', 'If-Match: is required')
      const changed = await observations.change(principal, params.id, revision, body)
      return json(shown(changed), { ETag: revisionTag(changed.revision) })
    }),
    endpoint(contract.getObservationHistory, async ({ params }) => {
      const statuses = await observations.history(params.id)
      return json({
        items: statuses.map(({ changed, ...status }) => ({ ...status, changed: stepOf(changed) })),
      })
    }),
    endpoint(contract.getWeekPicture, async ({ params, query, audience }) =>
      json(await pictureWeek(audience, params.id, query.to ?? today())),
    ),
    ...linkRoutes(deps),
  ]
}

function linkRoutes({ observations, reportLinks, reportAreas, city, baseUrlOf }: Deps): readonly Route[] {
  const shown = (link: ReportLink) => linkResponse(link, reportAreas.find(link.areaId)?.name ?? '')
  return [
    endpoint(linkContract.listReportLinks, async () =>
      json({ items: (await reportLinks.list()).map(shown) }),
    ),
    endpoint(linkContract.createReportLink, async ({ body, principal, request }) => {
      const { link, token } = await reportLinks.make(principal, body)
      const url = `${baseUrlOf(request)}/report#${token}`
      const qr = renderSVG(url, { ecc: 'M', border: 4 })
      return { ...json({ link: shown(link), url, qr }, {}, 201), note: { subject: `report-link/${link.id}` } }
    }),
    endpoint(linkContract.openReportLink, async ({ body }) =>
      json(placesResponse(await observations.placesOfLink(body.token), city.reportUrl)),
    ),
    endpoint(linkContract.revokeReportLink, async ({ params, principal }) =>
      json(shown(await reportLinks.revoke(principal, params.id))),
    ),
  ]
}

function placesResponse({ areas, ...places }: ReportPlaces, cityReportUrl: string | null) {
  return { ...places, areas: areas.map(({ id, name }) => ({ id, name })), cityReportUrl }
}

function storedResponse({ observation, isNew }: StoredReport, zone: Zone): EndpointResponse {
  const note = isNew ? { subject: `observation/${observation.id}` } : null
  return { ...json(receiptOf(observation, zone), {}, isNew ? 201 : 200), note }
}

function receiptOf({ reportId, kind, seenAt, state, outcome, changed }: Observation, zone: Zone) {
  return { reportId, kind, seenOn: dayOf(seenAt, zone), state, outcome, changedOn: dayOf(changed.at, zone) }
}

function observationResponse(
  { reportAreas, projection, zone }: Deps,
  observation: Observation,
): contract.ObservationResponse {
  const { reportId: _secret, position, changed, seenAt, ...rest } = observation
  const [lon, lat] = position === null ? [] : projection.toWgs84(position.x, position.y)
  return {
    ...rest,
    areaName: reportAreas.find(rest.areaId)?.name ?? '',
    position: lon === undefined || lat === undefined ? null : { lon, lat },
    near: position === null ? null : reportAreas.nameNear(rest.areaId, position),
    seenAt: localOf(seenAt, zone),
    changed: stepOf(changed),
  }
}

function linkResponse({ made, ...link }: ReportLink, areaName: string): linkContract.ReportLinkResponse {
  return { ...link, areaName, made: stepOf(made) }
}

function stepOf({ at, name }: { readonly at: string; readonly name: string | null }) {
  return { at, name }
}

const localOf = (at: string, zone: Zone) => formatLocal(Math.floor(Date.parse(at) / 60_000), zone)
const dayOf = (at: string, zone: Zone) => localOf(at, zone).slice(0, 10)
