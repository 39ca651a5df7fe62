import { z } from 'zod'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { dateField, idParams, wholeNumber } from '../../platform/http/fields/text-fields.ts'
import { impersonalText } from '../../platform/personal-data/impersonal-text.ts'
import { REVIEW_PATHS } from '../paths.ts'
import { LINK_STATES } from './link.ts'

const tag = 'reviews'
const state = z.enum(LINK_STATES)
const tokenField = z
  .string('the token of a link')
  .max(200, 'the token of a link')
  .meta({ description: 'Of a link to respond by; in the body, so that no log on the way keeps it.' })

const link = z
  .strictObject({
    id: z.int(),
    number: z.int().meta({ description: 'Of the consultation.' }),
    question: z.string(),
    lastDay: z.string(),
    made: z.strictObject({ at: z.iso.datetime(), name: z.string().nullable() }),
    state,
  })
  .meta({ id: 'ConsultationLink' })
export type ConsultationLinkResponse = z.output<typeof link>

const madeLink = z
  .strictObject({
    link,
    url: z
      .url()
      .meta({ description: 'Given out this once; the token is in the fragment, which no server is sent.' }),
  })
  .meta({ id: 'MadeConsultationLink' })
export type MadeConsultationLinkResponse = z.output<typeof madeLink>

const opened = z
  .strictObject({
    state,
    party: z.string(),
    title: z.string(),
    caseNumber: z.string().nullable(),
    question: z.string(),
    lastDay: z.string(),
    answeredOn: z.string().nullable(),
    map: z
      .strictObject({ sv: z.string(), en: z.string() })
      .nullable()
      .meta({ description: 'That of the public document, SVG; null where the link is not open.' }),
  })
  .meta({ id: 'OpenedConsultationLink' })
export type OpenedConsultationLink = z.output<typeof opened>

export const listConsultationLinks = defineEndpoint({
  id: 'listConsultationLinks',
  method: 'get',
  path: REVIEW_PATHS.consultationLinks,
  tag,
  access: 'reviews.read',
  summary: 'The links by which parties of a review’s consultation respond, the first one first',
  params: idParams,
  responses: { 200: json('Links.', z.strictObject({ items: z.array(link) })) },
})

export const createConsultationLink = defineEndpoint({
  id: 'createConsultationLink',
  method: 'post',
  path: REVIEW_PATHS.consultationLinks,
  tag,
  access: 'reviews.write',
  resource: 'reviews.read',
  closedIn: ['maintenance'],
  summary: 'Make the link by which a consulted party responds once, without an account',
  params: idParams,
  body: z
    .strictObject({
      number: wholeNumber(1, 100).meta({ description: 'Of the consultation.' }),
      question: impersonalText(1000).meta({ description: 'What the party is asked.' }),
      lastDay: dateField.meta({ description: 'The last day that the link takes a response.' }),
    })
    .meta({ id: 'ConsultationLinkInput' }),
  responses: { 201: json('Made; an earlier one of the same party is revoked.', madeLink) },
  errors: ['conflict', 'unprocessable'],
})

export const revokeConsultationLink = defineEndpoint({
  id: 'revokeConsultationLink',
  method: 'post',
  path: REVIEW_PATHS.consultationLinkRevocation,
  tag,
  access: 'reviews.write',
  resource: 'reviews.read',
  closedIn: ['maintenance'],
  summary: 'Revoke a link: nobody responds by it any more',
  params: idParams,
  responses: { 200: json('Revoked, now or before.', link) },
})

export const openConsultationLink = defineEndpoint({
  id: 'openConsultationLink',
  method: 'post',
  path: REVIEW_PATHS.consultationLinkOpening,
  tag,
  access: 'anyone',
  audit: null,
  summary: 'What a link asks, and the public part of the proposal',
  body: z.strictObject({ token: tokenField }),
  responses: { 200: json('Open, or why it is not.', opened) },
  errors: ['not-found'],
})

export const respondByConsultationLink = defineEndpoint({
  id: 'respondByConsultationLink',
  method: 'post',
  path: REVIEW_PATHS.consultationLinkResponse,
  tag,
  access: 'anyone',
  closedIn: ['maintenance'],
  summary: 'Respond to a consultation by a link, once',
  body: z
    .strictObject({ token: tokenField, text: impersonalText(2000) })
    .meta({ id: 'ConsultationLinkResponseInput' }),
  responses: { 201: json('Received.', opened) },
  errors: ['not-found', 'gone'],
})
