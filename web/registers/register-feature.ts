import type { MultiPolygon, Point, Polygon } from 'geojson'
import type { ScheduleWindow } from '../../server/layers/contract.ts'
import type { FormValues } from '../work/merge-edits.ts'
import { REGISTER_FIELDS, type RegisterField, type RegisterKind } from './register-kinds.ts'

/** A feature of a register, as the server sends it. */
export interface RegisterFeature {
  readonly id: number
  readonly geometry: Point | Polygon | MultiPolygon
  readonly properties: Readonly<Record<string, unknown>> & {
    readonly name: string
    readonly revision: number
  }
}

/** A feature as it is sent: its path says which one it is. */
export interface FeatureDraft {
  readonly type: 'Feature'
  readonly geometry: RegisterFeature['geometry']
  readonly properties: Readonly<Record<string, unknown>>
}

/** Seven decimals are about a centimetre. */
const DECIMALS = 7

/** The values of a feature's form: texts, its place as degrees or as an outline, its week as windows. */
export function valuesOfFeature(kind: RegisterKind, { geometry, properties }: RegisterFeature): FormValues {
  const texts = REGISTER_FIELDS[kind].map(({ name }) => [name, textOf(properties[name])] as const)
  const position = geometry.type === 'Point' ? positionValues(geometry.coordinates) : {}
  return {
    ...Object.fromEntries(texts),
    ...position,
    ...(geometry.type !== 'Point' && { geometry: JSON.stringify(geometry) }),
    ...(kind === 'patrol-zones' && { schedule: JSON.stringify(properties['schedule'] ?? []) }),
  }
}

/** Degrees as they are typed. */
export function positionValues([longitude = 0, latitude = 0]: readonly number[]): FormValues {
  return { latitude: plain(latitude), longitude: plain(longitude) }
}

/** A feature of a form's values; null while it has no place on the map. */
export function featureOfValues(kind: RegisterKind, values: FormValues): FeatureDraft | null {
  const geometry = geometryOf(kind, values)
  if (geometry === null) return null
  const properties = REGISTER_FIELDS[kind]
    .filter(({ name }) => name !== 'latitude' && name !== 'longitude')
    .map((field) => [field.name, valueOf(field, (values[field.name] ?? '').trim())] as const)
  const schedule = kind === 'patrol-zones' ? { schedule: scheduleOf(values) } : {}
  return { type: 'Feature', geometry, properties: { ...Object.fromEntries(properties), ...schedule } }
}

/** A property as it is sent: nothing typed is the first choice where there are choices, and null elsewhere. */
function valueOf({ kind, choices }: RegisterField, text: string): string | number | null {
  if (text === '') return choices?.[0] ?? null
  return kind === 'number' ? Number(text) : text
}

function geometryOf(kind: RegisterKind, values: FormValues): RegisterFeature['geometry'] | null {
  if (kind !== 'cameras') {
    const outline = values['geometry'] ?? ''
    return outline === '' ? null : (JSON.parse(outline) as Polygon | MultiPolygon)
  }
  const position = positionOf(values)
  return position === null ? null : { type: 'Point', coordinates: [...position] }
}

/** Where a camera stands, longitude and latitude; null before it is known. */
export function positionOf(values: FormValues): readonly [number, number] | null {
  const [longitude, latitude] = [values['longitude'] ?? '', values['latitude'] ?? '']
  if (longitude === '' || latitude === '') return null
  const position = [Number(longitude), Number(latitude)] as const
  return Math.abs(position[0]) <= 180 && Math.abs(position[1]) <= 90 ? position : null
}

/** The week of a form's values. */
export function scheduleOf(values: FormValues): readonly ScheduleWindow[] {
  const text = values['schedule'] ?? ''
  return text === '' ? [] : (JSON.parse(text) as readonly ScheduleWindow[])
}

function plain(degrees: number): string {
  return String(Number(degrees.toFixed(DECIMALS)))
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
