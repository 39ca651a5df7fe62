import type { SourceRow } from '../source-row.ts'

export type ParsedElement =
  | { readonly value: unknown; readonly fault: null }
  | { readonly value: null; readonly fault: NonNullable<SourceRow['fault']> }

const STRINGS_AND_NANS = /"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g
const NAMES = /"(?:[^"\\]|\\.)*"(\s*:)?/g

/**
 * One record parsed. `NaN` and `Infinity`, which Python writes for what is missing, are blank. A record that names one
 * member twice is faulty: readers disagree about which one counts.
 */
export function parseElement(text: string): ParsedElement {
  const value = parse(text)
  if (value === undefined) return faulty('is not valid JSON')
  try {
    return countMembers(value) === countNames(text) ? { value, fault: null } : faulty('names a member twice')
  } catch {
    return faulty('nests too deep')
  }
}

function faulty(detail: string): ParsedElement {
  return { value: null, fault: { reason: 'malformed-row', detail } }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text.includes('NaN') || text.includes('Infinity') ? parseWithoutNan(text) : undefined
  }
}

function parseWithoutNan(text: string): unknown {
  try {
    return JSON.parse(text.replace(STRINGS_AND_NANS, (found) => (found.startsWith('"') ? found : 'null')))
  } catch {
    return undefined
  }
}

function countNames(text: string): number {
  let count = 0
  for (const [, colon] of text.matchAll(NAMES)) if (colon !== undefined) count++
  return count
}

function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const parts: readonly unknown[] = Array.isArray(value) ? value : Object.values(value)
  let count = Array.isArray(value) ? 0 : parts.length
  for (const part of parts) count += countMembers(part)
  return count
}
