import type { ColumnProfile } from './file-profile.ts'
import { type CategoryGuess, guessCategory } from '../guess-category.ts'
import { categoryOfCode } from './category-codes.ts'
import { messagesOf } from '../../formats/columns/column-names.ts'
import { mojibakeOf } from '../../formats/mojibake.ts'
import { ANY_OTHER } from '../../formats/code-table.ts'
import { GEOMETRY_COLUMNS } from '../../formats/source-row.ts'

/** Named for what happened: taken even where no text is known, and told. */
const OFFENCE =
  /offen[cs]e|offen[cs]es|ofns|crime|brott|gärning|händelse|incident (?:type|category|kind)|primary type|nibrs|ucr|förseelse/
/** Named for a kind of something. */
const KIND =
  /type|typ$|typ |kategori|categor|ärende|rubrik|class|klass|kind|slag|service (?:name|request)|call|problem|descr|beskriv|ämne|orsak|art$/
const NOT_A_KIND =
  /geometry|geocod|quality|kvalitet|status|precision|accuracy|noggrann|district|distrikt|stadsdel|område|area|borough|region|kommun|municip|precinct|ward|beat|location|plats|premis|lokal|place|address|adress|gata|street|outcome|utfall|resolution|dispos|reported by|falls within|weapon|vapen|method|shift|source|källa|victim|offer|suspect|misstänkt|person|kön|sex$|race|age|law cat|object|objekt|agency|myndighet|id$|nummer|number|\bnr|date|datum|time|tid$|lsoa/
const MAX_SHARE_OF_ROWS = 0.5
const MIN_KNOWN = 0.5
const MIN_KNOWN_OF_KIND = 0.2

/** The column that says what happened, and what each of its texts means. */
export interface CategoryColumnGuess {
  readonly column: string
  readonly texts: ReadonlyMap<string, CategoryGuess & { readonly rows: number }>
  /** Share of the rows whose text is known. */
  readonly known: number
}

/**
 * The column that says what happened: one whose texts are known types of incidents, or that is called after offences. What
 * only looks like codes (the kind of a geometry, a status, a district) is none.
 */
export function guessCategoryColumn(
  profiles: readonly ColumnProfile[],
  rows: number,
): CategoryColumnGuess | null {
  const candidates = profiles.flatMap((profile) => {
    const guess = readTexts(profile)
    if (guess === null) return []
    const words = messagesOf(profile.column)
    const isOffence = OFFENCE.test(words)
    const isKind = KIND.test(words)
    const excluded = profile.column === GEOMETRY_COLUMNS.type || (NOT_A_KIND.test(words) && !isOffence)
    const filled = 1 - profile.blank / Math.max(1, rows)
    if (excluded || filled < MIN_KNOWN_OF_KIND || isFreeText(profile, rows)) return []
    if (guess.known < (isOffence ? 0 : isKind ? MIN_KNOWN_OF_KIND : MIN_KNOWN)) return []
    const named = isOffence ? 0.3 : isKind ? 0.15 : 0
    const score = guess.known * filled + named - guess.texts.size / 2000
    return [{ guess, score }]
  })
  return candidates.sort((a, b) => b.score - a.score)[0]?.guess ?? null
}

/** A few rows may all differ; of many, codes come again. */
function isFreeText({ codes }: ColumnProfile, rows: number): boolean {
  return rows > 20 && codes!.size > MAX_SHARE_OF_ROWS * rows
}

/** Of a text whose letters were read in a wrong encoding the word that it was counts, where that is known. */
function guessOf(text: string): CategoryGuess {
  const guess = guessCategory(text)
  const meant = guess.known ? null : mojibakeOf(text, (word) => guessCategory(word).known)
  const repaired = meant === null ? null : guessCategory(meant.meant)
  return repaired?.known === true ? repaired : guess
}

function readTexts({ column, codes, numbers }: ColumnProfile): CategoryColumnGuess | null {
  if (codes === null || codes.size === 0) return null
  const texts = new Map<string, CategoryGuess & { rows: number }>()
  let [all, known] = [0, 0]
  for (const [text, rows] of codes) {
    // Of a mapping it is the word for all that are not named: a type that is called so cannot be guessed.
    if (text === ANY_OTHER) continue
    const code = categoryOfCode(column, text)
    const guess = code === null ? guessOf(text) : { code, known: true, compound: [] }
    texts.set(text, { ...guess, rows })
    all += rows
    if (guess.known) known += rows
  }
  const figures = [...codes.keys()].every((text) => !/\p{L}/u.test(text))
  if (figures && (known === 0 || numbers.isFraction())) return null
  return { column, texts, known: all === 0 ? 0 : known / all }
}
