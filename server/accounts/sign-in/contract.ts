import { z } from 'zod'
import { ALL_RIGHTS } from '../../platform/access/rights.ts'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { ACCOUNT_PATHS } from '../paths.ts'
import { textField } from '../../platform/http/fields/text-fields.ts'
import { ROLES } from '../../platform/access/audience.ts'

export type { Right } from '../../platform/access/rights.ts'

const ACCOUNT_ROLES = ROLES.filter((role) => role !== 'public')
export const accountRole = z.enum(ACCOUNT_ROLES, `one of ${ACCOUNT_ROLES.join(', ')}`)

/** Longer texts are not even hashed; the rules for new passwords are stricter. */
const MAX_PASSWORD_LENGTH = 1024
const passwordField = z
  .string('a password')
  .max(MAX_PASSWORD_LENGTH, `at most ${MAX_PASSWORD_LENGTH} characters`)
const emailText = textField(254)
const linkToken = z.string('the token of a link').max(200, 'the token of a link')

export const sessionOutput = z
  .strictObject({
    user: z
      .strictObject({
        email: z.string(),
        name: z.string(),
        role: accountRole,
        rights: z
          .array(z.enum(ALL_RIGHTS))
          .meta({ description: 'What the role may do: nothing else need be offered.' }),
        organisation: z.string().nullable(),
        places: z.array(z.strictObject({ id: z.int(), name: z.string() })).meta({
          description:
            'Places and districts that the organisation answers for today: they bound a partner, and what staff of a district write and read. Empty for the whole city.',
        }),
        hasPassword: z.boolean().meta({ description: 'False for whoever signs in by OpenID Connect alone.' }),
      })
      .nullable()
      .meta({ description: 'Null for whoever is not signed in as a person.' }),
    expiresAt: z.iso.datetime().nullable().meta({ description: 'When the session ends unless it is used.' }),
    cityName: z
      .string()
      .nullable()
      .meta({ description: 'What the city is called, where a setting says it.' }),
    timeZone: z.string().meta({ description: 'The city’s zone (IANA name): its day counts.' }),
    signIn: z.strictObject({
      password: z.literal(true),
      openIdConnect: z.strictObject({ title: z.string() }).nullable(),
      demoAccounts: z
        .array(
          z.strictObject({
            role: accountRole,
            email: z.string(),
            password: z.string(),
            name: z.string(),
          }),
        )
        .meta({ description: 'In the demo city alone.' }),
    }),
  })
  .meta({ id: 'Session' })

const tag = 'session'
const SETS_COOKIE = { 'Set-Cookie': 'The session; HttpOnly, SameSite=Lax.' }
const REFUSED_PASSWORD =
  'A refused password has its reason in `problems[0].rule`: too-short, too-long, common or personal.'

export const getSession = defineEndpoint({
  id: 'getSession',
  method: 'get',
  path: ACCOUNT_PATHS.session,
  tag,
  access: 'anyone',
  summary: 'The signed-in account, and the ways to sign in',
  responses: { 200: json('The caller.', sessionOutput) },
})

export const createSession = defineEndpoint({
  id: 'createSession',
  method: 'post',
  path: ACCOUNT_PATHS.session,
  tag,
  access: 'anyone',
  audit: null,
  summary: 'Sign in with a password',
  description:
    'The same answer, after the same time, for an unknown e-mail, a wrong password and a disabled account. Repeated failures are slowed down by account and address together and by address, never by account alone.',
  body: z.strictObject({ email: emailText, password: passwordField }),
  responses: { 200: { ...json('Signed in.', sessionOutput), headers: SETS_COOKIE } },
})

export const deleteSession = defineEndpoint({
  id: 'deleteSession',
  method: 'delete',
  path: ACCOUNT_PATHS.session,
  tag,
  access: 'anyone',
  audit: null,
  summary: 'Sign out, here or everywhere',
  query: z.strictObject({
    everywhere: z
      .enum(['true', 'false'], 'true or false')
      .default('false')
      .transform((text) => text === 'true')
      .meta({ description: 'Ends every session of the account.' }),
  }),
  responses: { 204: { description: 'Signed out, or was not signed in.' } },
})

export const changePassword = defineEndpoint({
  id: 'changePassword',
  method: 'put',
  path: ACCOUNT_PATHS.sessionPassword,
  tag,
  access: 'signed-in',
  audit: 'people',
  auditedBy: 'service',
  summary: 'Choose another password; ends every other session',
  description: `${REFUSED_PASSWORD} A wrong current password is \`unauthenticated\`.`,
  body: z.strictObject({ current: passwordField, next: passwordField }),
  responses: {
    200: {
      ...json('Changed; this session goes on under a new cookie.', sessionOutput),
      headers: SETS_COOKIE,
    },
  },
  errors: ['conflict'],
})

export const readInvitation = defineEndpoint({
  id: 'readInvitation',
  method: 'post',
  path: ACCOUNT_PATHS.invitation,
  tag,
  access: 'anyone',
  audit: null,
  summary: 'The person that a one-time link is for',
  description: 'The token comes in the body, so that no log on the way keeps it.',
  body: z.strictObject({ token: linkToken }),
  responses: {
    200: json(
      'The link is good.',
      z
        .strictObject({
          name: z.string(),
          email: z.string(),
          role: accountRole,
          purpose: z.enum(['invitation', 'reset']),
          expiresAt: z.iso.datetime(),
        })
        .meta({ id: 'Invitation' }),
    ),
  },
  errors: ['not-found'],
})

export const acceptInvitation = defineEndpoint({
  id: 'acceptInvitation',
  method: 'post',
  path: ACCOUNT_PATHS.invitationAcceptance,
  tag,
  access: 'anyone',
  audit: null,
  summary: 'Choose a password by a one-time link, which signs in',
  description: REFUSED_PASSWORD,
  body: z.strictObject({ token: linkToken, password: passwordField }),
  responses: { 200: { ...json('Signed in.', sessionOutput), headers: SETS_COOKIE } },
  errors: ['not-found'],
})

const REDIRECT = { headers: { Location: 'Where to go on.' } }

export const startOpenIdConnect = defineEndpoint({
  id: 'startOpenIdConnect',
  method: 'get',
  path: ACCOUNT_PATHS.signInWith,
  tag,
  access: 'anyone',
  summary: 'Sign in by OpenID Connect: redirect to the provider',
  responses: {
    302: { description: 'To the provider, or back to the page with `sign-in-error`.', ...REDIRECT },
  },
  errors: ['not-found'],
})

export const finishOpenIdConnect = defineEndpoint({
  id: 'finishOpenIdConnect',
  method: 'get',
  path: ACCOUNT_PATHS.signInReturn,
  tag,
  access: 'anyone',
  summary: 'The callback of the OpenID provider',
  query: z.looseObject({}),
  responses: {
    302: {
      description:
        'To the page: signed in, or with `sign-in-error` = refused (no role here), disabled, failed (the provider’s answer does not hold) or unavailable.',
      ...REDIRECT,
    },
  },
  errors: ['not-found'],
})
