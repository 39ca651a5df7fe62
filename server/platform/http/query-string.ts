import { DomainError } from '../../engine/errors.ts'

const MAX_PARAMETERS = 100

/**
 * The parameters of a query string by name: a text, or a list of texts where a name is repeated (which no parameter
 * allows, so that the schema refuses it by name). `+` is a space. The record has no prototype.
 *
 * @param text without the question mark; null and undefined when there is none, as Express gives it
 * @throws DomainError `invalid-parameter` for broken percent-encoding or bytes that are not UTF-8
 */
export function parseQueryString(text: string | null | undefined): Record<string, string | string[]> {
  const params: Record<string, string | string[]> = Object.create(null)
  const pairs = (text ?? '').split('&').filter((pair) => pair !== '')
  if (pairs.length > MAX_PARAMETERS)
    throw new DomainError('invalid-parameter', `The query holds more than ${MAX_PARAMETERS} parameters.`)
  for (const pair of pairs) {
    const cut = pair.indexOf('=')
    const name = decode(cut < 0 ? pair : pair.slice(0, cut), pair)
    const value = cut < 0 ? '' : decode(pair.slice(cut + 1), pair)
    const known = params[name]
    params[name] = known === undefined ? value : [known, value].flat()
  }
  return params
}

function decode(text: string, pair: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    const rule = 'must be percent-encoded UTF-8'
    throw new DomainError('invalid-parameter', `query: ${rule}`, {
      problems: [{ field: 'query', value: pair.slice(0, 100), rule }],
    })
  }
}
