import { messagesOf } from '../../formats/columns/column-names.ts'
import { GEOMETRY_COLUMNS } from '../../formats/source-row.ts'
import { type ImportedKind, LAYER_FIELDS } from '../fields.ts'
import type { WholeFile } from '../open-rows.ts'

/** Which column holds which property. */
export interface FieldColumns {
  readonly columns: Readonly<Record<string, string>>
  /** A column of names that is not called so, but has a text of its own in nearly every row; null for none. */
  readonly nameByTexts: string | null
  /** Columns that are taken for nothing. */
  readonly unused: readonly string[]
}

/** Share of rows with a name, and of different ones. */
const MIN_NAMED = 0.8
const MIN_OWN = 0.3
const NAME_LENGTH = { min: 3, max: 120 }
const GEOMETRY: readonly string[] = Object.values(GEOMETRY_COLUMNS)
/** Units that stand behind what a column is called. */
const UNIT = / (?:m|meter|metres?|grader|degrees?|deg|dagar|dygn|days|kr|sek)$/

/**
 * The columns that are called as the properties of a layer are, in Swedish and English; each is taken once. A layer without a column
 * called for its names takes one of texts that hardly repeat.
 */
export function guessFieldColumns(
  file: WholeFile,
  kind: ImportedKind,
  taken: ReadonlySet<string>,
): FieldColumns {
  const free = new Set(file.columns.filter((name) => !taken.has(name) && !GEOMETRY.includes(name)))
  const columns: Record<string, string> = {}
  for (const { name, called } of LAYER_FIELDS[kind]) {
    const column = called
      .flatMap((words) => [...free].filter((candidate) => wordsOf(candidate) === words))
      .find((candidate) => isFilled(file, candidate))
    if (column === undefined) continue
    columns[name] = column
    free.delete(column)
  }
  const nameByTexts = columns['name'] === undefined ? columnOfNames(file, [...free]) : null
  if (nameByTexts !== null) {
    columns['name'] = nameByTexts
    free.delete(nameByTexts)
  }
  return { columns, nameByTexts, unused: [...free] }
}

/** The words of a column's name without the path to it in a JSON file and without its unit. */
function wordsOf(column: string): string {
  const words = messagesOf(column.slice(column.lastIndexOf('.') + 1))
  return words.replace(UNIT, '') || words
}

function isFilled({ columns, rows }: WholeFile, column: string): boolean {
  const at = columns.indexOf(column)
  return rows.some(({ fields, fault }) => fault === null && fields[at]!.trim() !== '')
}

function columnOfNames({ columns, rows }: WholeFile, free: readonly string[]): string | null {
  const named = free.map((column) => {
    const at = columns.indexOf(column)
    const texts = rows.flatMap(({ fields, fault }) => (fault === null ? [fields[at]!.trim()] : []))
    const names = texts.filter(isName)
    return {
      column,
      share: names.length / Math.max(1, texts.length),
      own: new Set(names).size / Math.max(1, texts.length),
    }
  })
  const fitting = named.filter(({ share, own }) => share >= MIN_NAMED && own >= MIN_OWN)
  return fitting.toSorted((a, b) => b.own - a.own)[0]?.column ?? null
}

/** A text with two letters running, and not a code: letters that are not all capitals, or no figures among them. */
function isName(text: string): boolean {
  if (text.length < NAME_LENGTH.min || text.length > NAME_LENGTH.max || !/\p{L}{2}/u.test(text)) return false
  return !/^[A-Z0-9_-]*$/.test(text) && !/^\d{4}-\d\d-\d\d/.test(text)
}
