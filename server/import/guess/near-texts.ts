import type { FileProfile } from './file-profile.ts'
import type { Notice } from '../../formats/notice.ts'

const NEAR = /^(?:on or near|near|nära|i närheten av|invid|vid|i höjd med)\s/i
const MIN_SHARE = 0.5

/** The column whose texts say that the rows stand near a place, not at an address; null without one. */
export function findNearTexts({ columns, sample }: FileProfile): {
  readonly column: string | null
  readonly notices: readonly Notice[]
} {
  const found = columns.find(({ index }) => {
    const texts = sample.map((row) => row[index]!.trim()).filter((text) => text !== '')
    return texts.length > 0 && texts.filter((text) => NEAR.test(text)).length >= MIN_SHARE * texts.length
  })
  if (found === undefined) return { column: null, notices: [] }
  const example = sample.map((row) => row[found.index]!.trim()).find((text) => NEAR.test(text))!
  const notice: Notice = {
    code: 'positions-near',
    kind: 'reason',
    field: 'defaults.precision',
    sv: `${found.column} säger att platserna är ungefärliga (”${example}”): noggrannheten blir street, inte address.`,
    en: `${found.column} says that positions are approximate ("${example}"): their precision is street, not address.`,
  }
  return { column: found.column, notices: [notice] }
}
