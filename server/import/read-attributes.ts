import type { ImportMapping } from './import-mapping.ts'
import { CATEGORIES } from '../engine/snapshot/categories.ts'
import { type Flag, FLAGS, type IncidentContent, PRECISIONS, SETTINGS } from '../engine/snapshot/incident.ts'
import { createCodeTable } from '../formats/code-table.ts'
import type { ColumnLookup } from './column-lookup.ts'
import type { RejectReason } from '../formats/source-row.ts'

const MAX_TEXT_LENGTH = 4000
export const MAX_WEIGHT = 1_000_000
const CATEGORY_CODES = CATEGORIES.map((category) => category.code)
const FLAG_NAMES = Object.keys(FLAGS).join(', ')
const TRUTHY = new Set(['1', '1.0', 'true', 't', 'yes', 'y', 'ja', 'j', 'x'])

/** What a row says beside where, when and which. */
export type Attributes = Pick<
  IncidentContent,
  'categoryIndex' | 'flags' | 'settingCode' | 'precisionCode' | 'weight' | 'text'
>

export interface AttributeProblem {
  readonly reason: RejectReason
  readonly detail: string
  readonly column: number
}

/** The reader of a row's category, precision, setting, weight, text and flags, compiled from the mapping. */
export function createAttributeReader(
  at: ColumnLookup,
  { categories, precisions, settings, defaults }: ImportMapping,
): (fields: readonly string[]) => Attributes | AttributeProblem {
  const categoryOf = codeReader(at.category, categories, CATEGORY_CODES, defaults.category)
  const precisionOf = codeReader(at.precision, precisions, PRECISIONS, defaults.precision)
  const settingOf = codeReader(at.setting, settings, SETTINGS, defaults.setting)
  return (fields) => {
    const categoryIndex = categoryOf(fields)
    if (categoryIndex === undefined) return categoryProblem(fields, at.category)
    const precisionCode = precisionOf(fields)
    if (precisionCode === undefined) return unknown('unknown-precision', at.precision)
    const settingCode = settingOf(fields)
    if (settingCode === undefined) return unknown('unknown-setting', at.setting)
    const weight = at.weight < 0 ? 1 : readWeight(fields[at.weight]!)
    if (weight === null) {
      const detail = `is no whole number from 1 to ${MAX_WEIGHT}`
      return { reason: 'malformed-row', detail, column: at.weight }
    }
    const text = at.text < 0 ? '' : fields[at.text]!.trim()
    if (text.length > MAX_TEXT_LENGTH) {
      return { reason: 'too-long', detail: `has more than ${MAX_TEXT_LENGTH} characters`, column: at.text }
    }
    let flags = at.flagList < 0 ? 0 : listedFlags(fields[at.flagList]!)
    if (flags === null) {
      return { reason: 'unknown-flag', detail: `lists other flags than ${FLAG_NAMES}`, column: at.flagList }
    }
    for (const { index, bit } of at.flags) if (isTrue(fields[index]!)) flags |= bit
    return { categoryIndex, flags, settingCode, precisionCode, weight, text: text === '' ? null : text }
  }
}

function categoryProblem(fields: readonly string[], column: number): AttributeProblem {
  const blank = fields[column]!.trim() === ''
  return blank ? { reason: 'no-category', detail: 'is blank', column } : unknown('unknown-category', column)
}

function unknown(reason: RejectReason, column: number): AttributeProblem {
  return { reason, detail: 'is not known to the mapping', column }
}

/** Reads a column of codes: a blank means the default; undefined = not known, or blank where there is no default. */
function codeReader(
  column: number,
  entries: Readonly<Record<string, string>>,
  codes: readonly string[],
  whenBlank: string | undefined,
): (fields: readonly string[]) => number | undefined {
  const blank = whenBlank === undefined ? undefined : codes.indexOf(whenBlank)
  if (column < 0) return () => blank
  const table = createCodeTable(entries, codes)
  return (fields) => {
    const text = fields[column]!
    return text.trim() === '' ? blank : table(text)
  }
}

function readWeight(text: string): number | null {
  const trimmed = text.trim()
  if (trimmed === '') return 1
  const weight = /^\d{1,7}$/.test(trimmed) ? Number(trimmed) : 0
  return weight >= 1 && weight <= MAX_WEIGHT ? weight : null
}

/** The flags that a text lists, separated by blanks, commas, semicolons or bars; null when one is none of ours. */
function listedFlags(text: string): number | null {
  let flags = 0
  for (const name of text
    .trim()
    .toLowerCase()
    .split(/[\s,;|]+/)) {
    if (name === '') continue
    if (!Object.hasOwn(FLAGS, name)) return null
    flags |= FLAGS[name as Flag]
  }
  return flags
}

function isTrue(text: string): boolean {
  return TRUTHY.has(text.trim().toLowerCase())
}
