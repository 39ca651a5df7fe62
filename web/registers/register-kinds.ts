import { AREA_PATHS } from '../../server/areas/paths.ts'
import { LAYER_PATHS } from '../../server/layers/paths.ts'
import type { FormField } from '../work/form-fields.tsx'
import type { RegisterMessages } from './messages-sv.ts'

/** The registers that are edited here, by the name of their layer. */
export const REGISTER_KINDS = ['cameras', 'patrol-zones', 'focus-areas', 'areas'] as const
export type RegisterKind = (typeof REGISTER_KINDS)[number]

/** Where a register is read and written. */
export const REGISTER_PATHS = {
  cameras: { list: LAYER_PATHS.cameras, one: LAYER_PATHS.camera, history: LAYER_PATHS.cameraHistory },
  'patrol-zones': {
    list: LAYER_PATHS.patrolZones,
    one: LAYER_PATHS.patrolZone,
    history: LAYER_PATHS.patrolZoneHistory,
  },
  'focus-areas': {
    list: LAYER_PATHS.focusAreas,
    one: LAYER_PATHS.focusArea,
    history: LAYER_PATHS.focusAreaHistory,
  },
  areas: { list: AREA_PATHS.areas, one: AREA_PATHS.area, history: AREA_PATHS.areaHistory },
} as const

/** The kinds of areas, in the order of their lists. */
export const AREA_KINDS = ['district', 'place', 'base', 'study', 'water'] as const

/** A property of a register, as its form has it. */
export interface RegisterField {
  readonly name: keyof RegisterMessages['registers']['fields']
  readonly kind: 'text' | 'lines' | 'number' | 'date' | 'choice'
  readonly required?: boolean
  readonly maxLength?: number
  readonly choices?: readonly (keyof RegisterMessages['registers']['choices'])[]
}

const name = { name: 'name', kind: 'text', required: true, maxLength: 200 } as const
const purpose = { name: 'purpose', kind: 'lines', required: true, maxLength: 1000 } as const

/** Position and view of a camera, which the map draws; then what is known of it. */
export const REGISTER_FIELDS: Readonly<Record<RegisterKind, readonly RegisterField[]>> = {
  cameras: [
    name,
    { name: 'status', kind: 'choice', required: true, choices: ['planned', 'active', 'removed'] },
    { name: 'latitude', kind: 'number', required: true },
    { name: 'longitude', kind: 'number', required: true },
    { name: 'directionDegrees', kind: 'number' },
    { name: 'viewDegrees', kind: 'number' },
    { name: 'rangeMetres', kind: 'number' },
    { name: 'operator', kind: 'text', required: true, maxLength: 200 },
    purpose,
    { name: 'contact', kind: 'text', maxLength: 300 },
    { name: 'hours', kind: 'text', maxLength: 200 },
    { name: 'retentionDays', kind: 'number' },
    { name: 'legalBasis', kind: 'lines', maxLength: 1000 },
    { name: 'balancingReference', kind: 'text', maxLength: 200 },
    { name: 'balancingSummary', kind: 'lines', maxLength: 4000 },
  ],
  'patrol-zones': [
    name,
    { name: 'permit', kind: 'text', required: true, maxLength: 200 },
    purpose,
    { name: 'validFrom', kind: 'date', required: true },
    { name: 'validTo', kind: 'date' },
  ],
  'focus-areas': [
    name,
    { name: 'owner', kind: 'text', required: true, maxLength: 200 },
    { name: 'programmeFrom', kind: 'date', required: true },
    { name: 'programmeTo', kind: 'date' },
    { name: 'budgetSek', kind: 'number' },
    { name: 'plannedInvestments', kind: 'lines', maxLength: 4000 },
  ],
  areas: [
    name,
    { name: 'kind', kind: 'choice', required: true, choices: AREA_KINDS },
    { name: 'validFrom', kind: 'date' },
    { name: 'validTo', kind: 'date' },
    { name: 'residents', kind: 'number' },
    { name: 'visitors', kind: 'number' },
    { name: 'exposureSource', kind: 'text', maxLength: 500 },
  ],
}

/** The same fields with their labels, and what the map and the week hold, for a conflict of two editors. */
export function conflictFields(
  kind: RegisterKind,
  { registers }: Pick<RegisterMessages, 'registers'>,
): readonly FormField[] {
  const own = REGISTER_FIELDS[kind].map((field): FormField => {
    const { choices = [] } = field
    const words = choices.map((choice) => [choice, registers.choices[choice]] as const)
    return {
      name: field.name,
      label: registers.fields[field.name],
      kind: field.kind,
      ...(words.length > 0 && { choices: words }),
    }
  })
  return [
    ...own,
    { name: 'geometry', label: registers.outline, kind: 'text' },
    { name: 'schedule', label: registers.week.title, kind: 'text' },
  ]
}
