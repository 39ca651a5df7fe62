import type { LikelySystem } from '../engine/projection/likely-systems.ts'
import type { ImportMappingInput } from './import-mapping.ts'
import type { Zone } from '../engine/time/zone.ts'
import { ANY_OTHER } from '../formats/code-table.ts'
import { guessCategory } from './guess-category.ts'
import { guessPosition, isGeometry, type PositionClues, type PositionGuess } from './guess-position.ts'
import { guessTime } from './guess-time.ts'
import type { TextForm } from './guess-text-form.ts'

const NAME_OF_ID = /^(id|.*[_ ]id|event_?id|dnr|diarienummer|ärende.*|k-?nummer|case.?number|nummer)$/i
const NAME_OF_CATEGORY = /type|typ\b|categor|kategori|brott|primary|händelse/i
/** Rows that columns are told by. Types of incidents are taken from all: rare ones come late. */
const GUESS_ROWS = 200
const MOST_CATEGORIES = 120
const LONGEST_CATEGORY = 80

/** A mapping to look over and correct, and what could not be found in the file. */
export interface GuessedMapping {
  /** Null when the file shows no positions or no times. */
  readonly mapping: ImportMappingInput | null
  readonly missing: readonly ('position' | 'crs' | 'time' | 'category')[]
  /** Systems in which the positions would lie in the city, likeliest first, where the usual ones do not place them. */
  readonly likelySystems: readonly LikelySystem[]
}

/**
 * A guess of how a file is to be read, from its columns' names and the texts of its first rows. Of a type that does not
 * come in them it says nothing: such rows are rejected and show, where `*` would file robberies under `other` unseen.
 *
 * @param head the first rows, their fields in the order of `columns`
 * @param source id to put in for the source, which only a person can declare
 */
export function guessMapping(
  columns: readonly string[],
  head: readonly (readonly string[])[],
  context: {
    readonly source: string
    readonly zone: Zone
    readonly form: TextForm
  } & PositionClues,
): GuessedMapping {
  const rows = head.slice(0, GUESS_ROWS)
  const { guess: position, likely } =
    rows.length === 0 ? { guess: null, likely: [] } : guessPosition(columns, rows, context)
  const time = rows.length === 0 ? null : guessTime(columns, rows, context.zone)
  const category = guessCategories(columns, rows, head)
  const missing = [
    ...(position === null ? (['position'] as const) : []),
    ...(position !== null && position.crs === null ? (['crs'] as const) : []),
    ...(time === null ? (['time'] as const) : []),
    ...(category === null ? (['category'] as const) : []),
  ]
  if (position === null || time === null) return { mapping: null, missing, likelySystems: likely }
  const named = isGeometry(position) ? {} : columnsOf(position)
  const { delimiter, encoding } = context.form
  return {
    missing,
    likelySystems: likely,
    mapping: {
      source: context.source,
      ...(position.crs === null ? {} : { crs: `EPSG:${position.crs}` }),
      timezone: context.zone.name,
      columns: {
        externalId: guessIdColumn(columns, rows),
        ...named,
        occurredFrom: time.column,
        category: category?.column ?? null,
      },
      timeFormat: time.timeFormat,
      categories: category?.entries ?? {},
      defaults: category === null ? { category: 'other' } : {},
      csv: { delimiter, encoding, decimal: position.decimal },
    },
  }
}

function columnsOf(guess: PositionGuess) {
  return 'position' in guess ? { position: guess.position } : { x: guess.x, y: guess.y }
}

function guessIdColumn(columns: readonly string[], rows: readonly (readonly string[])[]): string | null {
  const isKey = (index: number) => {
    const texts = rows.map((row) => row[index]!.trim())
    return !texts.includes('') && new Set(texts).size === texts.length
  }
  const index = columns.findIndex((name, at) => NAME_OF_ID.test(name.trim()) && isKey(at))
  return index < 0 ? null : columns[index]!
}

/** Of the columns that are called so, the one with the fewest different texts: the type, not its description. */
function guessCategories(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  head: readonly (readonly string[])[],
) {
  const candidates = columns.flatMap((column, index) => {
    if (!NAME_OF_CATEGORY.test(column)) return []
    const texts = textsOf(rows, index)
    const usable = texts.length > 0 && texts.length <= MOST_CATEGORIES
    return usable && texts.every((text) => text.length <= LONGEST_CATEGORY && /\p{L}/u.test(text))
      ? [{ column, index, texts }]
      : []
  })
  const [best] = candidates.sort((a, b) => score(b.texts) - score(a.texts))
  if (best === undefined) return null
  // Of a mapping it is the word for all that are not named: a type that is called so cannot be guessed.
  const named = textsOf(head, best.index).filter((text) => text !== ANY_OTHER)
  const texts = named.slice(0, MOST_CATEGORIES).sort()
  return {
    column: best.column,
    entries: Object.fromEntries(texts.map((text) => [text, guessCategory(text)] as const)),
  }
}

function textsOf(rows: readonly (readonly string[])[], index: number): string[] {
  return [...new Set(rows.map((row) => row[index]!.trim()).filter((text) => text !== ''))]
}

function score(texts: readonly string[]): number {
  const known = texts.filter((text) => guessCategory(text) !== 'other').length
  return known / texts.length - texts.length / (2 * MOST_CATEGORIES)
}
