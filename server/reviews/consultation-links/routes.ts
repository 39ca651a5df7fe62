import type { BaseUrlOf } from '../../platform/http/base-url.ts'
import { json } from '../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../platform/http/route.ts'
import { mapSvg } from '../documents/map-svg.ts'
import { DOCUMENT_MESSAGES } from '../documents/messages.ts'
import { REVIEW_PATHS } from '../paths.ts'
import type { ConsultationLinkService, ListedLink, OpenedLink } from './consultation-links.ts'
import * as contract from './contract.ts'

interface Deps {
  readonly consultationLinks: ConsultationLinkService
  readonly baseUrlOf: BaseUrlOf
}

/** Routes of the links by which consulted parties respond. */
export function consultationLinkRoutes({ consultationLinks: links, baseUrlOf }: Deps): readonly Route[] {
  return [
    endpoint(contract.listConsultationLinks, async ({ params }) =>
      json({ items: (await links.list(params.id)).map(linkResponse) }),
    ),
    endpoint(contract.createConsultationLink, async ({ params, body, principal, request }) => {
      const { link, token } = await links.make(params.id, body, principal)
      const url = `${baseUrlOf(request)}${REVIEW_PATHS.consultationPage}#${token}`
      return {
        ...json({ link: linkResponse(link), url }, {}, 201),
        note: { subject: `consultation-link/${link.id}` },
      }
    }),
    endpoint(contract.revokeConsultationLink, async ({ params, principal }) =>
      json(linkResponse(await links.revoke(params.id, principal))),
    ),
    endpoint(contract.openConsultationLink, async ({ body }) =>
      json(openedResponse(await links.open(body.token)), { 'Cache-Control': 'no-store' }),
    ),
    endpoint(contract.respondByConsultationLink, async ({ body }) => {
      const { linkId, ...opened } = await links.respond(body.token, body.text)
      return {
        ...json(openedResponse(opened), { 'Cache-Control': 'no-store' }, 201),
        note: { subject: `consultation-link/${linkId}` },
      }
    }),
  ]
}

function linkResponse({
  id,
  number,
  question,
  lastDay,
  made: { at, name },
  state,
}: ListedLink): contract.ConsultationLinkResponse {
  return { id, number, question, lastDay, made: { at, name }, state }
}

function openedResponse({ map, ...opened }: OpenedLink): contract.OpenedConsultationLink {
  const drawn = (label: string) => (map === null ? '' : mapSvg(map, label).markup)
  const { sv, en } = DOCUMENT_MESSAGES
  return { ...opened, map: map === null ? null : { sv: drawn(sv.map), en: drawn(en.map) } }
}
