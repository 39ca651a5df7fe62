import { formatLocal } from '../platform/http/fields/instant.ts'
import type { Zone } from '../engine/time/zone.ts'
import { createTimeReader, type TimeReader } from '../formats/times/time-format.ts'
import { LAYER_PROPERTIES } from '../layers/index.ts'
import { LAYER_FIELDS, type LayerField } from './fields.ts'
import type { RejectedFeature } from './layer-file.ts'
import type { LayerMapping } from './layer-mapping.ts'
import { readBearing } from './texts/read-bearing.ts'
import { readMeasure, readMoney } from './texts/read-measure.ts'
import { readSchedule } from './texts/read-schedule.ts'

/** What a row says of its feature, or what of it cannot be used. */
export type RowProperties =
  | { readonly properties: Readonly<Record<string, unknown>> }
  | Omit<RejectedFeature, 'line'>

/** What a text comes to; a fault in words, which is not the value of a text field. */
type Value = { readonly value: unknown } | { readonly fault: string }

/**
 * The reader of what the rows of a file say, by a mapping. A property without column and default is left out, one whose column is
 * blank is null.
 *
 * @param unfilled required properties that a person has yet to say: they are left out
 */
export function createPropertyReader(
  mapping: LayerMapping,
  columns: readonly string[],
  { zone, unfilled }: { readonly zone: Zone; readonly unfilled: ReadonlySet<string> },
): (fields: readonly string[]) => RowProperties {
  const readDate = createTimeReader(mapping.dateFormat, zone)
  const schema = LAYER_PROPERTIES[mapping.kind]
  const parts = LAYER_FIELDS[mapping.kind]
    .map((field) => ({ field, column: columnOf(mapping, field.name) }))
    .filter(({ field, column }) => column !== null || field.name in mapping.defaults)
  const placeholders = Object.fromEntries([...unfilled].map((name) => [name, placeholderOf(mapping, name)]))
  return (fields) => {
    const properties: Record<string, unknown> = {}
    for (const { field, column } of parts) {
      const text = (column === null ? '' : fields[columns.indexOf(column)]!).trim()
      const given = text === '' ? (mapping.defaults[field.name] ?? '') : text
      const read = valueOf(field, given, mapping, { readDate, zone })
      if ('fault' in read) return rejected('bad-value', column, `${shown(given)}${read.fault}`)
      if (read.value === null && field.required && !unfilled.has(field.name))
        return rejected('missing-value', column, `${field.name} is blank`)
      properties[field.name] = read.value
    }
    const checked = schema.safeParse({ ...properties, ...placeholders })
    if (checked.success) return { properties }
    const [issue] = checked.error.issues
    const name = String(issue!.path[0] ?? '')
    const given = properties[name]
    const value = given === undefined || given === null ? '' : shown(JSON.stringify(given))
    const detail = `${name}: ${value}${issue!.message}`
    return rejected(given === undefined ? 'missing-value' : 'bad-value', columnOf(mapping, name), detail)
  }
}

function rejected(reason: RejectedFeature['reason'], column: string | null, detail: string) {
  return { reason, column, detail }
}

function columnOf(mapping: LayerMapping, name: string): string | null {
  return (mapping.columns[name] ?? null) as string | null
}

function placeholderOf({ kind }: LayerMapping, name: string): string {
  const form = LAYER_FIELDS[kind].find((field) => field.name === name)?.form
  return form === 'status' ? 'active' : form === 'firstDay' ? '2000-01-01' : name
}

const MAX_SHOWN = 60

function shown(text: string): string {
  return `${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}: `
}

function valueOf(
  { form }: LayerField,
  text: string,
  { statuses }: LayerMapping,
  dates: { readonly readDate: TimeReader; readonly zone: Zone },
): Value {
  if (text === '') return { value: form === 'schedule' ? [] : null }
  switch (form) {
    case 'text':
      return { value: text }
    case 'measure':
      return valueOrFault(readMeasure(text))
    case 'money':
      return valueOrFault(readMoney(text))
    case 'bearing':
      return valueOrFault(readBearing(text))
    case 'schedule':
      return valueOrFault(readSchedule(text))
    case 'status':
      return { value: statuses[text] ?? statuses['*'] ?? text }
    default:
      return dayOf(text, form, dates)
  }
}

function valueOrFault(read: unknown): Value {
  return typeof read === 'string' ? { fault: read } : { value: read }
}

/** A stretch of days (a month, a year) is its first or its last. */
function dayOf(
  text: string,
  form: 'firstDay' | 'lastDay',
  { readDate, zone }: { readonly readDate: TimeReader; readonly zone: Zone },
): Value {
  const span = readDate(text)
  if (span === null) return { fault: 'is no date of this format (dateFormat)' }
  const isStretch = span.toMinute > span.fromMinute
  const minute = form === 'lastDay' && isStretch ? span.toMinute - 1 : span.fromMinute
  return { value: formatLocal(minute, zone).slice(0, 10) }
}
