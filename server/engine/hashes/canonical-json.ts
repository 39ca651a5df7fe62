import { createHash } from 'node:crypto'
import canonicalizeModule from 'canonicalize'

/** The package is CommonJS and exports the function itself; its declaration says otherwise. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined

const DIGITS = 6

/**
 * A value whose numbers carry at most 6 significant digits, so that the last bits of a computation never reach a
 * hash. Whole numbers stay as they are.
 */
export function rounded<T>(value: T): T {
  if (typeof value === 'number') return roundNumber(value) as T
  if (Array.isArray(value)) return value.map((item) => rounded(item)) as T
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, rounded(item)])) as T
}

function roundNumber(value: number): number {
  return Number.isInteger(value) || !Number.isFinite(value) ? value : Number(value.toPrecision(DIGITS))
}

/**
 * RFC 8785 (JSON Canonicalization Scheme) text of a value.
 *
 * @throws TypeError when the value holds what JSON cannot say, for example NaN
 */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('Only JSON values have a canonical form.')
  return text
}

/** SHA-256 of a text's UTF-8 bytes, 64 hex digits. */
export function sha256Hex(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}
