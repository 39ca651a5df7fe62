import { z } from 'zod'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { idParams, wholeNumber } from '../../platform/http/fields/text-fields.ts'
import { reportPlaces, tokenField } from '../contract.ts'
import { impersonalText } from '../../platform/personal-data/impersonal-text.ts'
import { OBSERVATION_PATHS } from '../paths.ts'

const idField = wholeNumber(1, 2 ** 31 - 1)

const reportLink = z
  .strictObject({
    id: z.int(),
    areaId: z.int(),
    areaName: z.string(),
    organisationId: z.int().nullable(),
    label: z.string(),
    made: z.strictObject({ at: z.iso.datetime(), name: z.string().nullable() }),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ReportLink' })
export type ReportLinkResponse = z.output<typeof reportLink>

const madeLink = z
  .strictObject({
    link: reportLink,
    url: z
      .url()
      .meta({ description: 'Told this once; the token is in the fragment, which no server is sent.' }),
    qr: z.string().meta({ description: 'The address as a QR code, SVG.' }),
  })
  .meta({ id: 'MadeReportLink' })
export type MadeReportLinkResponse = z.output<typeof madeLink>

const tag = 'observations'

export const listReportLinks = defineEndpoint({
  id: 'listReportLinks',
  method: 'get',
  path: OBSERVATION_PATHS.reportLinks,
  tag,
  access: 'report-links.read',
  summary: 'Links to report by, the newest first',
  responses: { 200: json('Links.', z.strictObject({ items: z.array(reportLink) })) },
})

export const createReportLink = defineEndpoint({
  id: 'createReportLink',
  method: 'post',
  path: OBSERVATION_PATHS.reportLinks,
  tag,
  access: 'report-links.write',
  closedIn: ['maintenance'],
  summary: 'Make a link by which one reports about a place without an account',
  body: z
    .strictObject({
      areaId: idField,
      organisationId: idField.nullable().default(null).meta({ description: 'The party whose it is.' }),
      label: impersonalText(120).meta({ description: 'Where it hangs, or who has it.' }),
    })
    .meta({ id: 'ReportLinkInput' }),
  responses: { 201: json('Made.', madeLink) },
  errors: ['conflict'],
})

export const revokeReportLink = defineEndpoint({
  id: 'revokeReportLink',
  method: 'post',
  path: OBSERVATION_PATHS.reportLinkRevocation,
  tag,
  access: 'report-links.write',
  resource: 'report-links.read',
  closedIn: ['maintenance'],
  summary: 'Revoke a link: nobody reports by it any more',
  params: idParams,
  responses: { 200: json('Revoked, now or before.', reportLink) },
})

export const openReportLink = defineEndpoint({
  id: 'openReportLink',
  method: 'post',
  path: OBSERVATION_PATHS.reportLinkOpening,
  tag,
  access: 'anyone',
  audit: null,
  summary: 'What a link is about, and the map of it',
  body: z.strictObject({ token: tokenField }),
  responses: { 200: json('The link is good.', reportPlaces) },
  errors: ['not-found', 'gone'],
})
