import { z } from 'zod'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { pageFields, pageShape } from '../../platform/http/fields/page.ts'
import { ACCOUNT_PATHS } from '../paths.ts'
import { accountRole } from '../sign-in/contract.ts'
import { idParams, textField, wholeNumber } from '../../platform/http/fields/text-fields.ts'

export * from './organisation-contract.ts'
export type { AccountRole } from '../../platform/access/audience.ts'

const EMAIL_RULE = 'an e-mail address such as namn@example.se'
const emailField = z
  .string(EMAIL_RULE)
  .max(254, 'at most 254 characters')
  .transform((text) => text.trim())
  .refine(
    (text) =>
      /^[^\s@<>"(),:;\\[\]\p{Cc}]{1,64}@[^\s@<>"(),:;\\[\]\p{Cc}]+\.[^\s@<>"(),:;\\[\]\p{Cc}]+$/u.test(text),
    EMAIL_RULE,
  )
const nameField = textField(200).transform((text) => text.trim())
const idField = wholeNumber(1, 2 ** 31 - 1)

export const userOutput = z
  .strictObject({
    id: z.int(),
    email: z.string(),
    name: z.string(),
    role: accountRole,
    organisationId: z.int().nullable(),
    disabled: z.boolean(),
    hasPassword: z.boolean().meta({ description: 'False while the invitation is open.' }),
    openIdConnect: z.boolean().meta({ description: 'Signs in through the provider.' }),
    createdAt: z.iso.datetime(),
    lastSignInAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'User' })

export const linkOutput = z
  .strictObject({
    url: z
      .string()
      .meta({ description: 'Shown this once: hand it to the person by a channel that you trust.' }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OneTimeLink' })

const tag = 'people'

export const listUsers = defineEndpoint({
  id: 'listUsers',
  method: 'get',
  path: ACCOUNT_PATHS.users,
  tag,
  access: 'people.read',
  summary: 'Accounts',
  query: z.strictObject({
    ...pageShape(100, 1000),
    email: textField(254).optional().meta({ description: 'Only that of this address.' }),
  }),
  responses: { 200: json('By id.', z.strictObject({ items: z.array(userOutput), ...pageFields })) },
})

export const inviteUser = defineEndpoint({
  id: 'inviteUser',
  method: 'post',
  path: ACCOUNT_PATHS.users,
  tag,
  access: 'people.write',
  audit: 'people',
  auditedBy: 'service',
  summary: 'Invite somebody by a one-time link',
  body: z
    .strictObject({
      email: emailField,
      name: nameField,
      role: accountRole,
      organisationId: idField.nullable().default(null),
    })
    .meta({ id: 'UserInput' }),
  responses: {
    201: {
      ...json('Invited.', z.strictObject({ user: userOutput, invitation: linkOutput })),
      headers: { Location: 'The account’s path.' },
    },
  },
  errors: ['conflict'],
})

export const getUser = defineEndpoint({
  id: 'getUser',
  method: 'get',
  path: ACCOUNT_PATHS.user,
  tag,
  access: 'people.read',
  summary: 'One account',
  params: idParams,
  responses: { 200: json('The account.', userOutput) },
})

export const updateUser = defineEndpoint({
  id: 'updateUser',
  method: 'patch',
  path: ACCOUNT_PATHS.user,
  tag,
  access: 'people.write',
  resource: 'people.read',
  audit: 'people',
  auditedBy: 'service',
  summary: 'Change name, role, organisation, or whether an account is disabled',
  description:
    'Shows within a second wherever the person is signed in. Disabling ends all sessions. The last administrator who can sign in stays one.',
  params: idParams,
  body: z
    .strictObject({
      name: nameField,
      role: accountRole,
      organisationId: idField.nullable(),
      disabled: z.boolean('true or false'),
    })
    .partial()
    .refine((patch) => Object.keys(patch).length > 0, 'at least one field to change')
    .meta({ id: 'UserPatch' }),
  responses: { 200: json('Changed.', userOutput) },
  errors: ['conflict'],
})

export const resetUser = defineEndpoint({
  id: 'resetUser',
  method: 'post',
  path: ACCOUNT_PATHS.userReset,
  tag,
  access: 'people.write',
  resource: 'people.read',
  audit: 'people',
  auditedBy: 'service',
  summary: 'A one-time link by which a person chooses another password',
  description: 'An earlier link stops working. The present password goes on until the link is used.',
  params: idParams,
  responses: { 200: json('The link.', linkOutput) },
  errors: ['conflict'],
})
