import { z } from 'zod'
import {
  AREA_KINDS,
  type AreaProperties,
  type CameraProperties,
  type FocusAreaProperties,
  type PatrolZoneProperties,
  type ProposalProperties,
} from '../engine/snapshot/features.ts'
import {
  dateField,
  optionalNumber,
  optionalText,
  textField,
  wholeNumber,
} from '../platform/http/fields/text-fields.ts'

const ignored = z.unknown().optional().meta({ description: 'Taken and ignored, as it was read.' })

/** Properties as sent: a revision is taken and ignored, so that what was read can be sent again. */
const sent = <S extends z.core.$ZodLooseShape>(shape: S) => z.strictObject({ ...shape, revision: ignored })

const withoutRevision = <T extends { revision?: unknown }>(given: T): Omit<T, 'revision'> => {
  const properties = { ...given }
  delete properties.revision
  return properties
}

/** Properties as answered. */
const answered = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject({ ...shape, revision: z.int() })

const optionalDate = dateField.nullable().default(null)
const inOrder = (from: string | null, to: string | null) => from === null || to === null || from <= to

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

const areaShape = {
  kind: z.enum(AREA_KINDS, `one of ${AREA_KINDS.join(', ')}`),
  name: textField(200),
  validFrom: optionalDate,
  validTo: optionalDate,
  residents: optionalNumber(0, 1e8),
  visitors: optionalNumber(0, 1e9),
  exposureSource: optionalText(500),
  derived: z.boolean('true or false').default(false),
}

export const areaProperties = sent(areaShape)
  .refine((area) => inOrder(area.validFrom, area.validTo), {
    path: ['validTo'],
    message: 'must not be before validFrom',
  })
  .transform((given): AreaProperties => withoutRevision(given))

const proposalShape = {
  title: textField(300),
  description: optionalText(10_000),
  caseNumber: optionalText(100),
}

export const proposalProperties = sent({ ...proposalShape, createdBy: ignored }).transform(
  ({ title, description, caseNumber }): ProposalProperties => ({ title, description, caseNumber }),
)
export const cameraAnswer = answered(cameraShape)
export const patrolZoneAnswer = answered(patrolZoneShape)
export const focusAreaAnswer = answered(focusAreaShape)
export const areaAnswer = answered(areaShape)
export const proposalAnswer = answered({
  ...proposalShape,
  createdBy: z.string().nullable().describe('The account or key that recorded it, as account/3.'),
})
