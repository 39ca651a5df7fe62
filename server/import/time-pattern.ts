import { type CivilTime, readOffset } from './civil-time.ts'

type Field =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'day'
  | 'hour'
  | 'hour12'
  | 'minute'
  | 'second'
  | 'half'
  | 'offset'

const TOKENS: readonly (readonly [token: string, field: Field, form: string])[] = [
  ['yyyy', 'year', '(\\d{4})'],
  ['yy', 'shortYear', '(\\d{2})'],
  ['MM', 'month', '(\\d{2})'],
  ['M', 'month', '(\\d{1,2})'],
  ['dd', 'day', '(\\d{2})'],
  ['d', 'day', '(\\d{1,2})'],
  ['HH', 'hour', '(\\d{2})'],
  ['H', 'hour', '(\\d{1,2})'],
  ['hh', 'hour12', '(\\d{2})'],
  ['h', 'hour12', '(\\d{1,2})'],
  ['mm', 'minute', '(\\d{2})'],
  ['m', 'minute', '(\\d{1,2})'],
  ['ss', 'second', '(\\d{2})'],
  ['s', 'second', '(\\d{1,2})'],
  ['a', 'half', '([AaPp]\\.?[Mm]\\.?)'],
  ['XXX', 'offset', '(Z|[+-]\\d{2}(?::?\\d{2})?)'],
]

/**
 * The reader of a pattern of Unicode's date letters (UTS 35: `M/d/yyyy H:mm`); text between single quotes stands for
 * itself. Two-digit years mean 1970–2069.
 *
 * @returns null when the pattern has an unknown or a repeated letter, or lacks year, month or day
 */
export function compileTimePattern(pattern: string): ((text: string) => CivilTime | null) | null {
  const parsed = parsePattern(pattern)
  if (parsed === null || !isSufficient(parsed.fields)) return null
  const form = new RegExp(`^${parsed.source}$`)
  const groupOf = (field: Field) => parsed.fields.indexOf(field) + 1
  const [year, shortYear, month, day] = [
    groupOf('year'),
    groupOf('shortYear'),
    groupOf('month'),
    groupOf('day'),
  ]
  const [hour, hour12, half, minute] = [
    groupOf('hour'),
    groupOf('hour12'),
    groupOf('half'),
    groupOf('minute'),
  ]
  const [second, offset] = [groupOf('second'), groupOf('offset')]
  return (text) => {
    const part = form.exec(text)
    if (part === null) return null
    const hours =
      hour > 0 ? Number(part[hour]) : hour12 > 0 ? from12(Number(part[hour12]), part[half]!) : null
    if (hours !== null && Number.isNaN(hours)) return null
    return {
      year: year > 0 ? Number(part[year]) : fullYear(Number(part[shortYear])),
      month: Number(part[month]),
      day: Number(part[day]),
      hour: hours,
      minute: minute > 0 ? Number(part[minute]) : 0,
      second: second > 0 ? Number(part[second]) : 0,
      offsetMinutes: offset > 0 ? readOffset(part[offset]!) : null,
    }
  }
}

function parsePattern(pattern: string): { source: string; fields: readonly Field[] } | null {
  const fields: Field[] = []
  let source = ''
  let rest = pattern
  while (rest !== '') {
    const token = TOKENS.find(([text]) => rest.startsWith(text))
    if (token !== undefined) {
      source += token[2]
      fields.push(token[1])
      rest = rest.slice(token[0].length)
      continue
    }
    const literal = /^'([^']*)'|^[^A-Za-z']/.exec(rest)
    if (literal === null) return null
    source += (literal[1] ?? literal[0]).replaceAll(/[.*+?^${}()|[\]\\/-]/g, '\\$&')
    rest = rest.slice(literal[0].length)
  }
  return { source, fields }
}

function isSufficient(fields: readonly Field[]): boolean {
  const has = new Set(fields)
  const year = has.has('year') !== has.has('shortYear')
  const hour = has.has('hour12') ? has.has('half') && !has.has('hour') : !has.has('half')
  const time =
    has.has('hour') || has.has('hour12') || !(has.has('minute') || has.has('second') || has.has('offset'))
  return has.size === fields.length && year && has.has('month') && has.has('day') && hour && time
}

function fullYear(short: number): number {
  return short < 70 ? 2000 + short : 1900 + short
}

/** The hour 0–23 of a twelve-hour clock; NaN when there is no such hour. */
function from12(hour: number, half: string): number {
  if (hour < 1 || hour > 12) return Number.NaN
  return (hour % 12) + (half[0]!.toLowerCase() === 'p' ? 12 : 0)
}
