import type { BaseUrlOf } from '../../platform/http/base-url.ts'
import { json } from '../../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../../platform/http/route.ts'
import { pictureSvg } from '../../platform/pictures/picture-svg.ts'
import { mapPicture } from '../documents/map-picture.ts'
import { DOCUMENT_MESSAGES, type DocumentMessages } from '../documents/messages.ts'
import { CONSULTATION_PAGE } from '../paths.ts'
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
      const url = `${baseUrlOf(request)}${CONSULTATION_PAGE}#${token}`
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
  if (map === null) return { ...opened, map }
  const drawn = ({ mapWords, mapAbout }: DocumentMessages) =>
    pictureSvg(mapPicture(map, mapWords), mapAbout, 'document-map').markup
  return { ...opened, map: { sv: drawn(DOCUMENT_MESSAGES.sv), en: drawn(DOCUMENT_MESSAGES.en) } }
}
