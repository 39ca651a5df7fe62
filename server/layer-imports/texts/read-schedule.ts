import type { ScheduleWindow } from '../../engine/snapshot/features.ts'

const FAULT =
  'is no schedule: write days and whole hours, for example "mån–tor 14–23, fre–lör 14–02", or a list of {weekdays, startHour, endHour}'
const DAYS: readonly RegExp[] = [
  /^m(?:å|a)n(?:dag(?:ar)?)?$|^mon(?:days?)?$/,
  /^tis(?:dag(?:ar)?)?$|^tue(?:s(?:days?)?)?$/,
  /^ons(?:dag(?:ar)?)?$|^wed(?:nesdays?)?$/,
  /^tors?(?:dag(?:ar)?)?$|^thu(?:rs?(?:days?)?)?$/,
  /^fre(?:dag(?:ar)?)?$|^fri(?:days?)?$/,
  /^l(?:ö|o)r(?:dag(?:ar)?)?$|^sat(?:urdays?)?$/,
  /^s(?:ö|o)n(?:dag(?:ar)?)?$|^sun(?:days?)?$/,
]
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7]
const SETS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/^(?:dagligen|alla dagar|varje dag|daily|every day|all days)$/, EVERY_DAY],
  [/^(?:vardag(?:ar)?|weekdays?)$/, [1, 2, 3, 4, 5]],
  [/^(?:helg(?:er)?|weekends?)$/, [6, 7]],
]
const ALWAYS = /^(?:(?:dagligen |alla dagar )?dygnet runt|24 ?\/ ?7|alltid|always|round the clock)$/
const HOURS = /(?:kl\.? ?)?(\d{1,2})(?:[:.](\d{2}))?\s*-\s*(?:kl\.? ?)?(\d{1,2})(?:[:.](\d{2}))?$/

/**
 * A weekly schedule: a list of windows as JSON, or days and hours in Swedish or English, one window a part; else what is
 * wrong with it. Hours are whole.
 */
export function readSchedule(text: string): readonly ScheduleWindow[] | string {
  const trimmed = text.trim()
  if (trimmed.startsWith('[')) return readList(trimmed)
  const plain = trimmed
    .toLowerCase()
    .replaceAll(/[–—−]|\s+till\s+|\s+to\s+/g, '-')
    .replaceAll(/\s*-\s*/g, '-')
  if (ALWAYS.test(plain)) return [{ weekdays: EVERY_DAY, startHour: 0, endHour: 24 }]
  const parts = plain.split(/\s*(?:;|\n|(?<=\d),|(?<=\d) och (?=\p{L})|(?<=\d) and (?=\p{L}))\s*/u)
  const windows = parts.filter((part) => part !== '').map(readWindow)
  const read = windows.filter((window) => window !== null)
  return read.length === windows.length && read.length > 0 ? read : FAULT
}

function readList(text: string): readonly ScheduleWindow[] | string {
  try {
    return JSON.parse(text) as readonly ScheduleWindow[]
  } catch {
    return FAULT
  }
}

function readWindow(part: string): ScheduleWindow | null {
  const hours = HOURS.exec(part)
  if (hours === null) return null
  const [, start, startMinutes = '00', end, endMinutes = '00'] = hours
  const weekdays = readDays(part.slice(0, hours.index).replace(/[\s:,]+$/, ''))
  if (weekdays === null || startMinutes !== '00' || endMinutes !== '00') return null
  const [startHour, endHour] = [Number(start) % 24, Number(end)]
  return { weekdays, startHour, endHour: endHour === 0 ? 24 : endHour }
}

function readDays(text: string): readonly number[] | null {
  if (text === '') return EVERY_DAY
  const set = SETS.find(([form]) => form.test(text))
  if (set !== undefined) return set[1]
  const found = text.split(/\s*(?:,|\/|&|\s+och\s+|\s+and\s+)\s*/).map(readRange)
  if (found.includes(null)) return null
  return [...new Set(found.flatMap((days) => days ?? []))].sort((a, b) => a - b)
}

function readRange(text: string): readonly number[] | null {
  const ends = text.split('-').map((name) => DAYS.findIndex((form) => form.test(name.replace(/\.$/, ''))) + 1)
  const [first, last = first] = ends
  if (ends.length > 2 || ends.includes(0)) return null
  const length = ((last! - first! + 7) % 7) + 1
  return Array.from({ length }, (_, step) => ((first! - 1 + step) % 7) + 1)
}
