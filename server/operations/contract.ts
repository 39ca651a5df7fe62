import { z } from 'zod'
import { CATEGORIES, CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { SYSTEM_PATHS } from './paths.ts'

const readiness = z
  .strictObject({
    status: z.enum(['ready', 'starting', 'unavailable']),
    database: z
      .strictObject({
        kind: z.enum(['embedded', 'postgis']),
        version: z.string(),
        postgis: z.string(),
        disk: z.enum(['ok', 'full']).meta({
          description:
            'Full: a write met a full disk within the last five minutes. The status stays ready, for reads go on.',
        }),
      })
      .optional(),
    snapshot: z
      .strictObject({
        version: z.string(),
        incidents: z.int(),
        loadedAt: z.iso.datetime(),
        lagMs: z.number(),
      })
      .nullable()
      .optional(),
    demo: z.boolean().optional(),
  })
  .meta({
    id: 'Readiness',
    description: 'Without the right metrics.read, the status only.',
  })

export const getHealth = defineEndpoint({
  id: 'getHealth',
  method: 'get',
  path: SYSTEM_PATHS.healthz,
  tag: 'system',
  access: 'anyone',
  authenticates: false,
  rateLimited: false,
  summary: 'Liveness of the process',
  responses: { 200: json('It does.', z.strictObject({ status: z.literal('alive') })) },
})

export const getReadiness = defineEndpoint({
  id: 'getReadiness',
  method: 'get',
  path: SYSTEM_PATHS.readyz,
  tag: 'system',
  access: 'anyone',
  rateLimited: false,
  summary: 'Readiness of database and snapshot; details with the right metrics.read',
  responses: { 200: json('Ready.', readiness), 503: json('Not ready.', readiness) },
})

export const getMetrics = defineEndpoint({
  id: 'getMetrics',
  method: 'get',
  path: SYSTEM_PATHS.metrics,
  tag: 'system',
  access: 'metrics.read',
  summary: 'Metrics for Prometheus',
  responses: { 200: { description: 'Prometheus text.', content: { 'text/plain': z.string() } } },
})

export const getOpenApi = defineEndpoint({
  id: 'getOpenApi',
  method: 'get',
  path: SYSTEM_PATHS.openapi,
  tag: 'system',
  access: 'anyone',
  summary: 'This document',
  responses: { 200: json('OpenAPI 3.1.', z.looseObject({ openapi: z.string() })) },
})

const inBothLanguages = { sv: z.string(), en: z.string() }

export const getCategories = defineEndpoint({
  id: 'getCategories',
  method: 'get',
  path: SYSTEM_PATHS.categories,
  tag: 'map',
  access: 'anyone',
  summary: 'Incident categories and their groups',
  responses: {
    200: json(
      'Categories in their stable order.',
      z
        .strictObject({
          groups: z.array(
            z.strictObject({ code: z.enum(CATEGORY_GROUPS.map((g) => g.code)), ...inBothLanguages }),
          ),
          categories: z.array(
            z.strictObject({
              code: z.enum(CATEGORIES.map((c) => c.code)),
              ...inBothLanguages,
              group: z.enum(CATEGORY_GROUPS.map((g) => g.code)).nullable(),
              sensitive: z.boolean(),
            }),
          ),
        })
        .meta({ id: 'Categories' }),
    ),
  },
})
