/** What a part of a pattern of time says. */
export type TimeField =
  | 'year'
  | 'shortYear'
  | 'weekYear'
  | 'quarter'
  | 'week'
  | 'weekDay'
  | 'month'
  | 'monthName'
  | 'day'
  | 'hour'
  | 'hour12'
  | 'clock'
  | 'minute'
  | 'second'
  | 'half'
  | 'offset'

const LETTERS = '[A-Za-zÅÄÖåäöÆØæø]+'
const SPACES = '[ \\u00a0\\u202f]+'

/** Letters of Unicode's date patterns (UTS 35), the longer before the shorter; without a field they are passed over. */
const TOKENS: readonly (readonly [token: string, form: string, field?: TimeField])[] = [
  ['yyyy', '(\\d{4})', 'year'],
  ['yy', '(\\d{2})', 'shortYear'],
  ['YYYY', '(\\d{4})', 'weekYear'],
  ['Q', '([1-4])', 'quarter'],
  ['ww', '(\\d{2})', 'week'],
  ['w', '(\\d{1,2})', 'week'],
  ['MMM', `(${LETTERS})\\.?`, 'monthName'],
  ['MM', '(\\d{2})', 'month'],
  ['M', '(\\d{1,2})', 'month'],
  ['EEE', `${LETTERS}\\.?`],
  ['dd', '(\\d{2})', 'day'],
  ['d', '(\\d{1,2})', 'day'],
  ['HH', '(\\d{2})', 'hour'],
  ['Hmm', '(\\d{1,4})', 'clock'],
  ['H', '(\\d{1,2})', 'hour'],
  ['hh', '(\\d{2})', 'hour12'],
  ['h', '(\\d{1,2})', 'hour12'],
  ['mm', '(\\d{2})', 'minute'],
  ['m', '(\\d{1,2})', 'minute'],
  ['ss', '(\\d{2})', 'second'],
  ['s', '(\\d{1,2})', 'second'],
  ['S', '\\d{1,9}'],
  ['a', '([apfe]\\.?m\\.?)', 'half'],
  ['e', '([1-7])', 'weekDay'],
  [
    'XXX',
    '((?:GMT|UTC)?[+-]\\d{1,2}(?::?\\d{2})?|Z|GMT|UTC|CES?T|MES?Z)(?: \\([^)]*\\)|\\[[^\\]]*\\])?',
    'offset',
  ],
]

/** A pattern as a regular expression whose groups are the fields, in their order. */
export interface ParsedPattern {
  readonly form: RegExp
  readonly fields: readonly TimeField[]
}

/** @returns null when the pattern has an unknown letter, an open quote or brackets that do not match */
export function parseTimePattern(pattern: string): ParsedPattern | null {
  const fields: TimeField[] = []
  let source = ''
  let depth = 0
  let rest = pattern
  while (rest !== '') {
    const token = TOKENS.find(([text]) => rest.startsWith(text))
    if (token !== undefined) {
      source += token[1]
      if (token[2] !== undefined) fields.push(token[2])
      rest = rest.slice(token[0].length)
      continue
    }
    if (rest[0] === '[' || (rest[0] === ']' && depth > 0)) {
      source += rest[0] === '[' ? '(?:' : ')?'
      depth += rest[0] === '[' ? 1 : -1
      rest = rest.slice(1)
      continue
    }
    const literal = /^'([^']*)'|^[^A-Za-z'[\]]/.exec(rest)
    if (literal === null) return null
    source += literalForm(literal[1] ?? literal[0])
    rest = rest.slice(literal[0].length)
  }
  return depth > 0 ? null : { form: new RegExp(`^${source}$`, 'i'), fields }
}

function literalForm(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&').replaceAll(/ +/g, SPACES)
}
