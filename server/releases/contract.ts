import { z } from 'zod'
import { RELEASE_STATES } from './release.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { RELEASE_PATHS } from './paths.ts'
import { IN_FLIGHT } from './publication/in-flight.ts'
import { idParams, textField } from '../platform/http/fields/text-fields.ts'

export type { PlaceContents, PublicContents } from './release.ts'

const step = z.strictObject({
  by: z.string().meta({ description: '`account/3` or `operator`.' }),
  name: z.string().nullable(),
  at: z.iso.datetime(),
})

const summaryShape = {
  id: z.int(),
  kind: z.enum(['public', 'place']),
  key: z.string().meta({ description: '`2026-Q1`, `2025`, or `place/…`.' }),
  state: z.enum(RELEASE_STATES),
  placeId: z.int().nullable(),
  snapshotVersion: z.string(),
  attack: z.strictObject({
    hidden: z.int().meta({ description: 'Figures that are hidden.' }),
    hiddenBesides: z
      .int()
      .meta({ description: 'Of these: hidden because the attack found a way to another.' }),
    atoms: z.int(),
    constraints: z.int(),
    breached: z.array(z.string()).meta({
      description: 'Hidden figures that could be narrowed down. With one there is no approval.',
    }),
  }),
  mayApprove: z.boolean().meta({
    description:
      'Whether the caller may approve it now: who prepared it may not where the city wants two persons.',
  }),
  prepared: step,
  approved: step.nullable(),
  published: step.nullable(),
  withdrawn: z.strictObject({ ...step.shape, reason: z.string() }).nullable(),
  address: z
    .string()
    .nullable()
    .meta({ description: 'Where everybody reads it; null until then, and for places.' }),
} as const

const summary = z.strictObject(summaryShape).meta({ id: 'Release' })
const releaseList = z.strictObject({
  items: z.array(summary),
  approvals: z
    .union([z.literal(1), z.literal(2)])
    .meta({ description: 'Persons that a release needs, as the city has set it.' }),
  due: z
    .strictObject({
      periods: z.array(z.string()).meta({ description: 'Newest first: `2026`, `2026-Q3`.' }),
      places: z
        .strictObject({ from: z.iso.date(), count: z.int() })
        .nullable()
        .meta({ description: 'The earliest four weeks that places lack, and how many places.' }),
    })
    .meta({ description: 'What can be prepared now.' }),
})
export type ReleaseList = z.output<typeof releaseList>
const whole = z
  .strictObject({ ...summaryShape, contents: z.looseObject({ kind: z.enum(['public', 'place']) }) })
  .meta({ id: 'ReleaseWithContents' })

const tag = 'releases'
/** Texts that name a release to prepare. */
export const REQUEST_PATTERN = /^((19|20)\d\d(-Q[1-4])?|places|place\/[1-9]\d{0,8}\/\d{4}-\d\d-\d\d)$/
export const REQUEST_RULE =
  'a quarter (2026-Q1), a year (2025), places, or place/NUMBER/MONDAY (place/12/2026-08-03)'
/** Longer than the wait before the response 202. */
const DEADLINE_MS = 60_000

export const listReleases = defineEndpoint({
  id: 'listReleases',
  method: 'get',
  path: RELEASE_PATHS.releases,
  tag,
  access: 'releases.read',
  summary: 'Releases, newest first',
  responses: {
    200: json('Releases without their contents.', releaseList),
  },
})

export const prepareReleases = defineEndpoint({
  id: 'prepareReleases',
  method: 'post',
  path: RELEASE_PATHS.releases,
  tag,
  access: 'releases.prepare',
  audit: 'publish',
  summary: 'Compute, protect and attack a release',
  description:
    'A period that has been closed for 60 days, or what is due of every place. Nothing is published by it.',
  body: z
    .strictObject({
      period: z.string().regex(REQUEST_PATTERN, REQUEST_RULE),
    })
    .meta({ id: 'ReleaseRequest' }),
  responses: { 201: json('Prepared.', z.strictObject({ items: z.array(summary) })), 202: IN_FLIGHT },
  errors: ['not-found', 'conflict', 'unprocessable'],
  deadlineMs: DEADLINE_MS,
  heavy: true,
})

export const getRelease = defineEndpoint({
  id: 'getRelease',
  method: 'get',
  path: RELEASE_PATHS.release,
  tag,
  access: 'releases.read',
  summary: 'A release with its contents',
  params: idParams,
  responses: { 200: json('The release.', whole) },
})

export const discardRelease = defineEndpoint({
  id: 'discardRelease',
  method: 'delete',
  path: RELEASE_PATHS.release,
  tag,
  access: 'releases.prepare',
  resource: 'releases.read',
  audit: 'publish',
  summary: 'Discard an unpublished release',
  params: idParams,
  responses: { 204: { description: 'Given up; its period can be prepared anew.' } },
  errors: ['conflict'],
})

export const approveRelease = defineEndpoint({
  id: 'approveRelease',
  method: 'post',
  path: RELEASE_PATHS.releaseApproval,
  tag,
  access: 'releases.approve',
  resource: 'releases.read',
  audit: 'publish',
  summary: 'Approve a release: another person than who prepared it',
  params: idParams,
  responses: { 200: json('Approved.', summary) },
  errors: ['conflict'],
})

export const publishRelease = defineEndpoint({
  id: 'publishRelease',
  method: 'post',
  path: RELEASE_PATHS.releasePublication,
  tag,
  access: 'releases.approve',
  resource: 'releases.read',
  audit: 'publish',
  summary: 'Publish an approved release, for good',
  description: 'It is attacked once more, together with everything that was published since it was prepared.',
  params: idParams,
  responses: { 200: json('Published.', summary), 202: IN_FLIGHT },
  errors: ['conflict'],
  deadlineMs: DEADLINE_MS,
  heavy: true,
})

export const withdrawRelease = defineEndpoint({
  id: 'withdrawRelease',
  method: 'post',
  path: RELEASE_PATHS.releaseWithdrawal,
  tag,
  access: 'releases.approve',
  resource: 'releases.read',
  audit: 'publish',
  summary: 'Withdraw a published release',
  description: 'Its address is gone within a second, and is never used again. What was known stays counted.',
  params: idParams,
  body: z.strictObject({ reason: textField(500) }).meta({ id: 'Withdrawal' }),
  responses: { 200: json('Withdrawn.', summary) },
  errors: ['conflict'],
})
