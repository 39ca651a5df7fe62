import { encodedTwiceNotices } from '../../formats/encoded-twice-notice.ts'
import { hasLostLetters, type Mojibake, mojibakeOf } from '../../formats/mojibake.ts'
import { type Notice, written } from '../../formats/notice.ts'
import type { TextForm } from '../../formats/guess-text-form.ts'
import { guessCategory } from '../guess-category.ts'
import type { FileProfile } from './file-profile.ts'
import type { CategoryColumnGuess } from './guess-category-column.ts'

const MAX_SHOWN = 4
const MAX_LENGTH = 40

/** What is wrong with the letters of a file: encoded twice, read in another encoding than they were written in, or lost. */
export function textNotices(
  profile: FileProfile,
  { encoding }: Pick<TextForm, 'encoding'>,
  category: CategoryColumnGuess | null,
): readonly Notice[] {
  const twice = encodedTwiceNotices(encoding)
  const columns = profile.columns.map(({ column, index }) => ({ column, texts: textsOf(profile, index) }))
  return [...twice, ...mistaken(columns, category), ...lost(columns, profile)]
}

interface ColumnTexts {
  readonly column: string
  readonly texts: readonly string[]
}

function textsOf({ columns, sample }: FileProfile, index: number): readonly string[] {
  const { codes } = columns[index]!
  const texts = codes === null ? sample.map((fields) => fields[index]!.trim()) : codes.keys()
  return [...new Set(texts)].filter((text) => /[^\0-\x7f]|\?/.test(text))
}

/** A text of which another encoding makes a word: of the columns that hold such. */
function mistaken(columns: readonly ColumnTexts[], category: CategoryColumnGuess | null): readonly Notice[] {
  return columns.flatMap(({ column, texts }) => {
    const known = column === category?.column ? category.texts : null
    const found = texts.flatMap((text) => {
      const one = mojibakeOf(text, (word) => known !== null && guessCategory(word).known)
      return one !== null && isCertain(one, known) ? [one] : []
    })
    const [first] = found
    if (first === undefined) return []
    const shown = found.slice(0, MAX_SHOWN).map(({ text, meant }) => `”${short(text)}” = ${short(meant)}`)
    const { writtenIn, readIn } = first
    return [
      {
        code: 'mojibake',
        kind: 'warning' as const,
        field: column,
        sv: `${column}: bokstäver är förvanskade (${shown.join(', ')}): texten var troligen skriven i ${writtenIn} och lästes som ${readIn} innan den sparades. Be om filen på nytt i UTF-8, eller öppna ursprunget som ${writtenIn}.`,
        en: `${column}: letters are garbled (${shown.join(', ')}): the text was probably written in ${writtenIn} and read as ${readIn} before it was saved. Ask for the file anew in UTF-8, or open the original as ${writtenIn}.`,
      },
    ]
  })
}

/** Bytes that are UTF-8 are so by no chance. Of others a type of incident tells, which is known when it is put right and not before. */
function isCertain({ text, writtenIn }: Mojibake, known: CategoryColumnGuess['texts'] | null): boolean {
  return writtenIn === 'utf-8' || (known?.get(text)?.known === true && !guessCategory(text).known)
}

function lost(columns: readonly ColumnTexts[], { faulty, faults }: FileProfile): readonly Notice[] {
  const shown = columns.flatMap(({ column, texts }) => {
    const [text] = texts.filter(hasLostLetters)
    return text === undefined ? [] : [`${column}: ”${short(text)}”`]
  })
  const unreadable = faulty
    .filter(({ text }) => text.includes('\ufffd'))
    .map(({ line, text }) => `${line}: ”${short(text)}”`)
  if (shown.length === 0 && unreadable.length === 0) return []
  const rows = faults.undecodable ?? 0
  const examples = [...shown, ...unreadable].slice(0, MAX_SHOWN).join(', ')
  const [sv, en] =
    rows === 0
      ? ['', '']
      : [` ${written(rows).sv} rader tas inte in.`, ` ${written(rows).en} rows are not taken in.`]
  return [
    {
      code: 'letters-lost',
      kind: 'warning',
      field: 'csv.encoding',
      sv: `Bokstäver (å, ä, ö) har gått förlorade (${examples}): de blev ? eller \ufffd när filen sparades i en teckenkodning som saknar dem, eller så är filen, eller en del av den, i en annan teckenkodning än den lästes i.${sv} Hämta filen på nytt ur registret, i UTF-8.`,
      en: `Letters (å, ä, ö) are lost (${examples}): they became ? or \ufffd when the file was saved in an encoding that lacks them, or the file, or a part of it, is in another encoding than it was read in.${en} Get the file from its register again, in UTF-8.`,
    },
  ]
}

function short(text: string): string {
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text
}
