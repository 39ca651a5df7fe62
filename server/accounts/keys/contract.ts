import { z } from 'zod'
import { KEY_DAYS } from './keys.ts'
import { ALL_RIGHTS } from '../../platform/access/rights.ts'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { ACCOUNT_PATHS } from '../paths.ts'
import { accountRole as role } from '../sign-in/contract.ts'
import { idParams, textField, wholeNumber } from '../../platform/http/fields/text-fields.ts'

export type { ApiKey } from './keys.ts'

const right = z.enum(ALL_RIGHTS, `one of ${ALL_RIGHTS.join(', ')}`)

const keyShape = {
  id: z.int(),
  prefix: z.string().meta({ description: 'Eight characters that tell keys apart; no part of the secret.' }),
  name: z.string(),
  role,
  scopes: z.array(z.string()),
  organisationId: z.int().nullable(),
  createdBy: z.string().meta({ description: '`account/3`, `key/2` or `operator`.' }),
  createdAt: z.iso.datetime(),
  expiresAt: z.iso.datetime(),
  lastUsedAt: z.iso.datetime().nullable(),
  revokedAt: z.iso.datetime().nullable(),
} as const

const keyOutput = z.strictObject(keyShape).meta({ id: 'Key' })
const madeKey = z
  .strictObject({ ...keyShape, token: z.string() })
  .meta({ id: 'MadeKey', description: 'With its token, which is shown this once.' })

const tag = 'keys'

export const listKeys = defineEndpoint({
  id: 'listKeys',
  method: 'get',
  path: ACCOUNT_PATHS.keys,
  tag,
  access: 'keys.read',
  summary: 'All API keys, also revoked and expired ones',
  responses: {
    200: json(
      'Keys, newest first, and what one may be made for.',
      z.strictObject({
        items: z.array(keyOutput),
        scopesByRole: z.array(z.strictObject({ role, scopes: z.array(right) })),
      }),
    ),
  },
})

export const createKey = defineEndpoint({
  id: 'createKey',
  method: 'post',
  path: ACCOUNT_PATHS.keys,
  tag,
  access: 'keys.write',
  audit: 'people',
  summary: 'Make an API key; its token is shown once',
  description: 'Machines send it as `Authorization: Bearer TOKEN`.',
  body: z
    .strictObject({
      name: textField(120),
      role,
      scopes: z.array(right, 'a list of rights').min(1, 'at least one right').max(ALL_RIGHTS.length),
      organisationId: wholeNumber(1, 2 ** 31 - 1)
        .nullable()
        .default(null)
        .meta({ description: 'Whose sources the key reads and whose areas bound it; needed for partners.' }),
      days: wholeNumber(1, KEY_DAYS.max)
        .nullable()
        .default(null)
        .meta({ description: `Days until it ends; ${KEY_DAYS.usual} unless given.` }),
    })
    .meta({ id: 'KeyInput' }),
  responses: { 201: { ...json('Made.', madeKey), headers: { Location: 'Its path.' } } },
  errors: ['conflict'],
})

export const revokeKey = defineEndpoint({
  id: 'revokeKey',
  method: 'delete',
  path: ACCOUNT_PATHS.key,
  tag,
  access: 'keys.write',
  audit: 'people',
  summary: 'Revoke a key, within a second',
  params: idParams,
  responses: { 200: json('Revoked, now or before.', keyOutput) },
})
