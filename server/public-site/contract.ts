import { z } from 'zod'

/**
 * The public layers beside the releases. The schemas are strict: properties not named here are never published,
 * whatever features may hold later.
 */
export const PUBLIC_LAYERS = ['cameras', 'guards', 'focus-areas', 'districts', 'handlings'] as const
export type PublicLayerId = (typeof PUBLIC_LAYERS)[number]

const day = z.string()

/** A monitored zone; never a camera's point, direction, range, hours or status. */
const cameraZone = z.strictObject({
  operator: z.string(),
  purpose: z.string(),
  contact: z.string().nullable(),
  retentionDays: z.number().nullable(),
  balancingSummary: z.string().nullable(),
})

/** A permit area; never when guards are there. */
const guardArea = z.strictObject({
  name: z.string(),
  permit: z.string(),
  purpose: z.string(),
  validFrom: day,
  validTo: day.nullable(),
})

const focusArea = z.strictObject({
  name: z.string(),
  owner: z.string(),
  programmeFrom: day,
  programmeTo: day.nullable(),
  budgetSek: z.number().nullable(),
  plannedInvestments: z.string().nullable(),
})

const district = z.strictObject({
  name: z.string(),
  residents: z.number().nullable(),
  validFrom: day.nullable(),
  validTo: day.nullable(),
})

const publicDocument = z.strictObject({
  id: z.int(),
  title: z.string(),
  caseNumber: z.string().nullable(),
  decision: z.enum(['support', 'support_with_conditions', 'object']),
  conditions: z.array(z.string()),
  decidedAt: z.string(),
  publishedAt: z.string(),
  from: z.string(),
  to: z.string(),
  lines: z.array(z.strictObject({ sv: z.string(), en: z.string() })),
})

export const PUBLIC_LAYER_PROPERTIES = {
  cameras: cameraZone,
  guards: guardArea,
  'focus-areas': focusArea,
  districts: district,
  handlings: publicDocument,
} as const satisfies Readonly<Record<PublicLayerId, z.ZodType>>

export type PublicLayerProperties<L extends PublicLayerId> = z.output<(typeof PUBLIC_LAYER_PROPERTIES)[L]>
