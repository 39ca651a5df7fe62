import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { DIGEST_PATHS } from './paths.ts'

const language = z.enum(['sv', 'en'], 'one of sv, en')
const digestState = z
  .strictObject({
    language: language.nullable().meta({ description: 'Null where the account gets no letter.' }),
    mailIsSet: z.boolean().meta({ description: 'Whether a mail server is set up.' }),
  })
  .meta({ id: 'Digest' })
export type DigestState = z.output<typeof digestState>

const tag = 'digests'

export const getDigest = defineEndpoint({
  id: 'getDigest',
  method: 'get',
  path: DIGEST_PATHS.digest,
  tag,
  access: 'commitments.read',
  summary: 'Whether the account gets the weekly letter',
  responses: { 200: json('Its choice.', digestState) },
})

export const chooseDigest = defineEndpoint({
  id: 'chooseDigest',
  method: 'put',
  path: DIGEST_PATHS.digest,
  tag,
  access: 'commitments.read',
  closedIn: ['maintenance'],
  summary: 'Have the weekly letter sent to the account, from next Monday on',
  body: z.strictObject({ language }),
  responses: { 200: json('Chosen.', digestState) },
})

export const stopDigest = defineEndpoint({
  id: 'stopDigest',
  method: 'delete',
  path: DIGEST_PATHS.digest,
  tag,
  access: 'commitments.read',
  closedIn: ['maintenance'],
  summary: 'Have no weekly letter sent to the account',
  responses: { 204: { description: 'Turned off, or it was off.' } },
})

export const stopDigestByLetter = defineEndpoint({
  id: 'stopDigestByLetter',
  method: 'post',
  path: DIGEST_PATHS.digestOff,
  tag,
  access: 'anyone',
  closedIn: ['maintenance'],
  summary: 'Turn the weekly letter off by the address in it (RFC 8058)',
  query: z.strictObject({
    token: z
      .string('the token of a letter')
      .max(200, 'the token of a letter')
      .meta({ description: 'Of the address; it does nothing else.' }),
  }),
  responses: { 204: { description: 'Turned off.' } },
  errors: ['not-found'],
})
