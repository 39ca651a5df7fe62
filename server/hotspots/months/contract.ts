import { z } from 'zod'
import { defineEndpoint } from '../../platform/http/endpoint.ts'
import { incidentFilterShape } from '../../platform/http/fields/incident-filter.ts'
import { HOTSPOT_PATHS } from '../paths.ts'

const hotspotMonths = z
  .strictObject({
    snapshotVersion: z.string(),
    step: z.enum(['month', 'quarter', 'year']),
    periods: z.array(
      z.strictObject({
        from: z.iso.date(),
        to: z.iso.date().meta({ description: 'Not included.' }),
        incidents: z.number(),
      }),
    ),
  })
  .meta({ id: 'HotspotMonths' })

export type HotspotMonths = z.infer<typeof hotspotMonths>

const { group, category, sources } = incidentFilterShape

export const getHotspotMonths = defineEndpoint({
  id: 'getHotspotMonths',
  method: 'get',
  path: HOTSPOT_PATHS.months,
  tag: 'map',
  access: 'hotspots.read',
  audit: 'units-read',
  summary: 'Incidents of the whole city by month',
  description:
    'Those that lie in a cell of the city, by the month in which they began; the sum over a period is `analysis.incidents` of the surface with cells of 50 m. Planners and coordinators are answered from units: by closed month, people by quarter, chosen categories by year.',
  query: z.strictObject({ group, category, sources }),
  responses: { 200: { description: 'The counts.', content: { 'application/json': hotspotMonths } } },
  errors: ['unprocessable'],
  deadlineMs: 30_000,
  heavy: true,
})
