import { z } from 'zod'
import { defineEndpoint, json } from '../platform/http/endpoint.ts'
import { UNIT_PATHS } from './paths.ts'

const cutStatus = z
  .strictObject({
    madeAt: z.iso.datetime().nullable().meta({
      description:
        'When the latest cut was made; null before the first that holds anything, which is made when it is needed.',
    }),
    nextAt: z.iso.datetime().nullable().meta({
      description: 'When the next one makes itself or, by hand, may be made.',
    }),
    byHand: z.boolean().meta({ description: 'Whether cuts but the first are made by hand alone.' }),
  })
  .meta({ id: 'UnitCutStatus' })

export type CutStatusBody = z.infer<typeof cutStatus>

const tag = 'units'

export const getUnitCut = defineEndpoint({
  id: 'getUnitCut',
  method: 'get',
  path: UNIT_PATHS.unitCuts,
  tag,
  access: 'hotspots.read',
  summary: 'The cut behind the figures of planners and coordinators',
  description:
    'Planners and coordinators see sums of units (a cell of 50 m × a closed calendar month × a group) as of a cut that is made at most once a calendar month: what comes in between moves none of their figures.',
  responses: { 200: json('The latest cut, and the next.', cutStatus) },
})

export const createUnitCut = defineEndpoint({
  id: 'createUnitCut',
  method: 'post',
  path: UNIT_PATHS.unitCuts,
  tag,
  access: 'imports.write',
  closedIn: ['maintenance'],
  audit: 'change',
  summary: 'Make this month’s cut, after the month’s deliveries',
  responses: { 201: json('Made.', cutStatus) },
  errors: ['conflict', 'unprocessable'],
})
