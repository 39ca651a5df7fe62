type Attributes = Readonly<Record<string, string>>

const CLOCK = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/
const ZEROS_AHEAD = /^0\d+$/

/** What a cell of an OpenDocument sheet says. @param shown the text that it shows */
export function odsCellText(attributes: Attributes, shown: string): string {
  const value = attributes['office:value']
  switch (attributes['office:value-type']) {
    case 'float':
      // A code that is kept as a number and shown with its zeros.
      return ZEROS_AHEAD.test(shown) && Number(shown) === Number(value) ? shown : (value ?? shown)
    case 'currency':
    case 'percentage':
      return value ?? shown
    case 'date':
      return attributes['office:date-value'] ?? shown
    case 'time':
      return clockOf(attributes['office:time-value'] ?? '') ?? shown
    case 'boolean':
      return attributes['office:boolean-value'] ?? shown
    default:
      return shown === '' ? (attributes['office:string-value'] ?? '') : shown
  }
}

/** What is wrong with a cell that a formula fills; null where nothing is. */
export function odsCellFault(attributes: Attributes): 'error' | 'uncomputed' | null {
  if (attributes['calcext:value-type'] === 'error') return 'error'
  const isOpen = attributes['table:formula'] !== undefined && attributes['office:value-type'] === undefined
  return isOpen ? 'uncomputed' : null
}

/** A count that stands in an attribute; 1 where none does. */
export function odsCount(text: string | undefined): number {
  const count = Number(text ?? 1)
  return Number.isInteger(count) && count > 0 ? count : 1
}

function clockOf(duration: string): string | null {
  const parts = CLOCK.exec(duration)
  return parts === null
    ? null
    : parts
        .slice(1)
        .map((part) => part.padStart(2, '0'))
        .join(':')
}
