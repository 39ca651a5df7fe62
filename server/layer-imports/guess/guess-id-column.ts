import { guessId, type IdGuess } from '../../formats/columns/guess-id.ts'
import { isIdName } from '../../formats/columns/id-names.ts'
import type { WholeFile } from '../open-rows.ts'

/** Letters and figures in one, as codes are: no number, which may be a measure. */
const CODE = /^(?=.*\d)(?=.*[A-Za-z])[\w.:/-]{3,64}$/
const MIN_ROWS = 5

/** The column that says which feature is which; `byTexts` where it is not called so, but holds another code in every row. */
export function guessIdColumn({ columns, rows }: WholeFile): {
  readonly id: IdGuess | null
  readonly repeating: readonly IdGuess[]
  readonly byTexts: boolean
} {
  const sound = rows.filter(({ fault }) => fault === null)
  const profiles = columns.map((column, index) => {
    const filled = sound.map(({ fields }) => fields[index]!.trim()).filter((text) => text !== '')
    const distinctIds = isIdName(column) ? new Set(filled).size : 0
    const isCode = filled.length === sound.length && filled.every((text) => CODE.test(text))
    const isKey = isCode && sound.length >= MIN_ROWS && new Set(filled).size === sound.length
    return { column, blank: sound.length - filled.length, distinctIds, isKey }
  })
  const named = guessId(profiles, sound.length)
  const key = profiles.find(({ isKey }) => isKey)
  if (named.id !== null || key === undefined) return { ...named, byTexts: false }
  return { ...named, id: { column: key.column, renumbered: false, blank: 0, repeated: 0 }, byTexts: true }
}
