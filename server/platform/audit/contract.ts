import { z } from 'zod'
import { AUDIT_KINDS, type AuditKind } from './audit.ts'
import { defineEndpoint } from '../http/endpoint.ts'
import { INSTANT_RULE } from '../http/fields/instant.ts'
import { limitText, pageFields, pageShape } from '../http/fields/page.ts'
import { instantText } from '../http/fields/text-fields.ts'
import { AUDIT_PATHS } from './paths.ts'

export type { AuditKind, StoredAuditEvent } from './audit.ts'

const ACTOR_RULE = 'account/ID, key/ID, operator or anonymous'
/** Default number of events on a page. */
export const PAGE_LIMIT = 100
const MAX_PAGE_LIMIT = 1000
const KIND_RULE = `a comma-separated list of ${AUDIT_KINDS.join(', ')}`

const isKind = (text: string): text is AuditKind => (AUDIT_KINDS as readonly string[]).includes(text)

const auditEvent = z
  .strictObject({
    id: z.int(),
    at: z.iso.datetime(),
    kind: z.string(),
    action: z.string().meta({ description: 'What was done, as the operation’s id.' }),
    subject: z.string().nullable().meta({ description: 'What it was done to: `camera/5`.' }),
    actor: z.string().meta({ description: ACTOR_RULE }),
    actorName: z.string().nullable(),
    sessionId: z.int().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    count: z.int().meta({ description: 'How many such events it stands for.' }),
  })
  .meta({ id: 'AuditEvent' })

const page = z.strictObject({ items: z.array(auditEvent), ...pageFields })

export const listAuditEvents = defineEndpoint({
  id: 'listAuditEvents',
  method: 'get',
  path: AUDIT_PATHS.audit,
  tag: 'audit',
  access: 'audit.read',
  summary: 'The audit log: who did what, newest first',
  description:
    'A page of it, or all that the filters let through as a file: `format=csv`, or `format=json` for a list; a file takes neither limit nor cursor. Taking one out is kept in the audit log too.',
  query: z.strictObject({
    cursor: pageShape(PAGE_LIMIT, MAX_PAGE_LIMIT).cursor,
    limit: limitText(MAX_PAGE_LIMIT)
      .transform(Number)
      .optional()
      .meta({
        description: `How many a page holds at most: 1 to ${MAX_PAGE_LIMIT}, ${PAGE_LIMIT} unless given.`,
      }),
    kind: z
      .string(KIND_RULE)
      .transform((text) => text.split(','))
      .refine((kinds): kinds is AuditKind[] => kinds.every(isKind), KIND_RULE)
      .optional()
      .meta({ description: KIND_RULE }),
    actor: z
      .string(ACTOR_RULE)
      .regex(/^((account|key)\/[1-9]\d{0,9}|operator|anonymous)$/, ACTOR_RULE)
      .optional()
      .meta({ description: `Only what was done by ${ACTOR_RULE}.` }),
    from: instantText.optional().meta({ description: `Not before ${INSTANT_RULE}.` }),
    to: instantText.optional().meta({ description: 'Before this time, in the same form; after from.' }),
    format: z.enum(['page', 'csv', 'json'], 'one of page, csv, json').optional().meta({
      description: 'A page, or all of it as a file; a page unless given, or CSV where `Accept` prefers it.',
    }),
  }),
  responses: {
    200: {
      description: 'A page, or the whole as a file.',
      content: { 'application/json': z.union([page, z.array(auditEvent)]), 'text/csv': z.string() },
    },
  },
  deadlineMs: null,
})
