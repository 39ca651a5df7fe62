import { z } from 'zod'
import { defineEndpoint, json } from '../../platform/http/endpoint.ts'
import { impersonalText } from '../../platform/personal-data/impersonal-text.ts'
import { SYSTEM_PATHS } from '../paths.ts'
import { idParams, textField } from '../../platform/http/fields/text-fields.ts'

const counts = z
  .strictObject({
    incidents: z.int(),
    retracted: z.int(),
    revisions: z.int(),
    texts: z.int(),
    observationTexts: z.int(),
    rejects: z.int(),
    imports: z.int(),
    layerRevisions: z.int(),
    auditEvents: z.int(),
    sessions: z.int(),
    invitations: z.int(),
    keys: z.int(),
    drafts: z.int(),
    evidence: z.int(),
    numbers: z.int(),
  })
  .meta({ id: 'ErasureCounts' })

export const purge = defineEndpoint({
  id: 'purge',
  method: 'post',
  path: SYSTEM_PATHS.systemPurge,
  tag: 'system',
  access: 'system.erase',
  closedIn: ['demo', 'maintenance'],
  // The service writes the audit event, also for a purge that was cut short.
  audit: 'erasure',
  auditedBy: 'service',
  summary: 'Erase data past retention; for the command line on the machine',
  body: z.strictObject({
    asOf: textField(40).nullable().default(null),
    dryRun: z.boolean().default(true),
    rewrite: z.boolean().default(false),
  }),
  responses: {
    200: json(
      'What was destroyed, or would be.',
      z.strictObject({
        dryRun: z.boolean(),
        asOf: z.iso.datetime(),
        counts,
        notRewritten: z.array(z.string()),
        openTransactions: z.int(),
      }),
    ),
  },
  deadlineMs: null,
  heavy: true,
})

export const eraseIncident = defineEndpoint({
  id: 'eraseIncident',
  method: 'delete',
  path: SYSTEM_PATHS.systemErasure,
  tag: 'system',
  access: 'system.erase',
  closedIn: ['demo', 'maintenance'],
  audit: 'erasure',
  auditedBy: 'service',
  summary: 'Erase all data of one incident at once; for the command line on the machine',
  params: idParams,
  responses: { 204: { description: 'Destroyed.' } },
})

export const eraseWorkText = defineEndpoint({
  id: 'eraseWorkText',
  method: 'post',
  path: SYSTEM_PATHS.systemWorkText,
  tag: 'system',
  access: 'system.erase',
  closedIn: ['demo', 'maintenance'],
  audit: 'erasure',
  auditedBy: 'service',
  summary:
    'Take a text that should not be there out of the work round a place; for the command line on the machine',
  params: idParams,
  body: z.strictObject({
    text: textField(600)
      .min(3, 'at least 3 characters')
      .meta({ description: 'As it stands there, whole words.' }),
    reason: impersonalText(300).meta({ description: 'Why, for the log; without the text itself.' }),
  }),
  responses: {
    200: json('How many held it.', z.strictObject({ items: z.int(), revisions: z.int() })),
  },
})

export const takeBackup = defineEndpoint({
  id: 'takeBackup',
  method: 'get',
  path: SYSTEM_PATHS.systemBackup,
  tag: 'system',
  access: 'system.backup',
  audit: 'backup',
  summary: 'A backup of the embedded database; for the command line on the machine',
  responses: {
    200: {
      description: 'The file.',
      content: { 'application/octet-stream': z.string().meta({ format: 'binary' }) },
    },
  },
  errors: ['unprocessable'],
  deadlineMs: null,
  heavy: true,
})
