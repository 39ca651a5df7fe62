/** Markup that needs no escaping. */
export interface Html {
  readonly markup: string
}

type Value = string | number | Html | readonly Html[] | null

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Template tag that escapes every value except `Html`. */
export function html(strings: TemplateStringsArray, ...values: readonly Value[]): Html {
  const markup = strings.reduce(
    (page, text, k) => page + (k === 0 ? '' : markupOf(values[k - 1]!)) + text,
    '',
  )
  return { markup }
}

function markupOf(value: Value): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') {
    return String(value).replace(/[&<>"']/g, (character) => ESCAPES[character]!)
  }
  return Array.isArray(value) ? value.map((part: Html) => part.markup).join('') : (value as Html).markup
}
