import { z } from 'zod'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { dateField, idParams } from '../../platform/http/fields/text-fields.ts'
import { impersonalText } from '../../platform/personal-data/impersonal-text.ts'
import { COMMITMENT_KINDS, COMMITMENT_STATUSES } from './commitment.ts'
import { areaQuery, etag, idField, step } from '../contract-fields.ts'
import { MEETING_PATHS } from '../paths.ts'
import { audienceField } from '../../work/index.ts'

const commitmentFields = {
  kind: z.enum(COMMITMENT_KINDS, `one of ${COMMITMENT_KINDS.join(', ')}`),
  what: impersonalText(300),
  who: impersonalText(120).meta({ description: 'An organisation or a function of one; no private person.' }),
  dueOn: dateField.nullable(),
}

export const commitment = z
  .strictObject({
    id: z.int(),
    areaId: z.int(),
    meetingId: z.int().nullable(),
    audience: audienceField,
    kind: z.enum(COMMITMENT_KINDS),
    what: z.string(),
    who: z.string(),
    dueOn: z.string().nullable(),
    movedFrom: z.string().nullable().meta({ description: 'The first day that it was due on, once moved.' }),
    status: z.enum(COMMITMENT_STATUSES).meta({ description: 'By the city’s calendar, now.' }),
    revision: z.int(),
    changed: step,
  })
  .meta({ id: 'Commitment' })
export type CommitmentResponse = z.output<typeof commitment>

/** A commitment as everybody reads it on the city's page. */
export const publicCommitment = z.strictObject({
  id: z.int(),
  what: z.string(),
  who: z.string(),
  dueOn: z.string().nullable(),
  status: z.enum(COMMITMENT_STATUSES),
  /** The place, by name; null for a whole district. */
  place: z.string().nullable(),
  /** The districts that it is in, by name. */
  districts: z.array(z.string()),
})
export type PublicCommitment = z.output<typeof publicCommitment>

const tag = 'meetings'

export const listCommitments = defineEndpoint({
  id: 'listCommitments',
  method: 'get',
  path: MEETING_PATHS.commitments,
  tag,
  access: 'commitments.read',
  summary: 'Commitments: who does what by when, late ones first',
  query: areaQuery,
  responses: { 200: json('Commitments.', z.strictObject({ items: z.array(commitment) })) },
})

export const createCommitment = defineEndpoint({
  id: 'createCommitment',
  method: 'post',
  path: MEETING_PATHS.commitments,
  tag,
  access: 'commitments.write',
  closedIn: ['maintenance'],
  summary: 'Add a commitment: who does what by when',
  body: z
    .strictObject({
      areaId: idField,
      meetingId: idField.nullable().default(null),
      audience: audienceField.default('parties'),
      ...commitmentFields,
      kind: commitmentFields.kind.default('commitment'),
      dueOn: commitmentFields.dueOn.default(null),
    })
    .meta({ id: 'CommitmentInput' }),
  responses: { 201: { ...json('Noted.', commitment), headers: { ...etag, Location: 'Its path.' } } },
  errors: ['conflict', 'not-found', 'unprocessable'],
})

export const changeCommitment = defineEndpoint({
  id: 'changeCommitment',
  method: 'patch',
  path: MEETING_PATHS.commitment,
  tag,
  access: 'commitments.write',
  resource: 'commitments.read',
  closedIn: ['maintenance'],
  summary: 'Mark a commitment as done, move or reword it',
  params: idParams,
  body: z
    .strictObject({ ...commitmentFields, audience: audienceField, done: z.boolean('true or false') })
    .partial()
    .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change')
    .meta({ id: 'CommitmentPatch' }),
  ifMatch: 'required',
  responses: { 200: { ...json('Changed.', commitment), headers: etag } },
})

export const getCommitmentHistory = defineEndpoint({
  id: 'getCommitmentHistory',
  method: 'get',
  path: MEETING_PATHS.commitmentHistory,
  tag,
  access: 'commitments.read',
  summary: 'The history of a commitment: actor, time and state',
  params: idParams,
  responses: {
    200: json(
      'Every state, the first one first.',
      z.strictObject({
        items: z.array(
          z.strictObject({
            revision: z.int(),
            what: z.string(),
            who: z.string(),
            dueOn: z.string().nullable(),
            done: z.boolean(),
            changed: step,
          }),
        ),
      }),
    ),
  },
})
