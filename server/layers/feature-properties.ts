import { z } from 'zod'
import type {
  CameraProperties,
  FocusAreaProperties,
  PatrolZoneProperties,
} from '../engine/snapshot/features.ts'
import {
  dateField,
  optionalNumber,
  optionalText,
  textField,
  wholeNumber,
} from '../platform/http/fields/text-fields.ts'
import { answered, inOrder, optionalDate, sent, withoutRevision } from './feature-fields.ts'

const cameraShape = {
  name: textField(200),
  operator: textField(200),
  purpose: textField(1000),
  contact: optionalText(300),
  directionDegrees: z
    .number('a bearing')
    .min(0, '0 ≤ bearing < 360')
    .lt(360, '0 ≤ bearing < 360')
    .nullable()
    .default(null),
  viewDegrees: z
    .number('an angle')
    .gt(0, '0 < angle ≤ 360')
    .max(360, '0 < angle ≤ 360')
    .nullable()
    .default(null),
  rangeMetres: z
    .number('metres')
    .gt(0, '0 < range ≤ 1000')
    .max(1000, '0 < range ≤ 1000')
    .nullable()
    .default(null),
  status: z.enum(['planned', 'active', 'removed'], 'one of planned, active, removed'),
  hours: optionalText(200),
  retentionDays: wholeNumber(0, 3650).nullable().default(null),
  legalBasis: optionalText(1000),
  balancingReference: optionalText(200),
  balancingSummary: optionalText(4000),
}

export const cameraProperties = sent(cameraShape).transform(
  (given): CameraProperties => withoutRevision(given),
)

const scheduleWindow = z
  .strictObject({
    weekdays: z
      .array(wholeNumber(1, 7), 'a list of days 1–7')
      .min(1, 'at least one day')
      .max(7, 'at most seven days'),
    startHour: wholeNumber(0, 23),
    endHour: wholeNumber(0, 24),
  })
  .refine((window) => window.startHour !== window.endHour, 'startHour and endHour must differ')

const patrolZoneShape = {
  name: textField(200),
  permit: textField(200),
  purpose: textField(1000),
  validFrom: dateField,
  validTo: optionalDate,
  schedule: z.array(scheduleWindow, 'a list of windows').max(100, 'at most 100 windows').default([]),
}

export const patrolZoneProperties = sent(patrolZoneShape)
  .refine((zone) => inOrder(zone.validFrom, zone.validTo), {
    path: ['validTo'],
    message: 'must not be before validFrom',
  })
  .transform((given): PatrolZoneProperties => withoutRevision(given))

const focusAreaShape = {
  name: textField(200),
  owner: textField(200),
  programmeFrom: dateField,
  programmeTo: optionalDate,
  budgetSek: optionalNumber(0, 1e13),
  plannedInvestments: optionalText(4000),
}

export const focusAreaProperties = sent(focusAreaShape)
  .refine((area) => inOrder(area.programmeFrom, area.programmeTo), {
    path: ['programmeTo'],
    message: 'must not be before programmeFrom',
  })
  .transform((given): FocusAreaProperties => withoutRevision(given))

export const cameraResponse = answered(cameraShape)
export const patrolZoneResponse = answered(patrolZoneShape)
export const focusAreaResponse = answered(focusAreaShape)
