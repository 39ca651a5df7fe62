import { ENCODED_TWICE } from './encoded-twice.ts'
import type { Notice } from './notice.ts'

/** Says of a file that it is read as one whose letters are encoded twice; empty for any other encoding. */
export function encodedTwiceNotices(encoding: string): readonly Notice[] {
  return encoding === ENCODED_TWICE ? [TWICE] : []
}

const TWICE: Notice = {
  code: 'encoded-twice',
  kind: 'warning',
  field: 'csv.encoding',
  sv: `Filens bokstäver är kodade i UTF-8 två gånger (Ã¶ för ö): de läses rätt (csv.encoding: ${ENCODED_TWICE}). Be den som skrev filen att rätta exporten.`,
  en: `The letters of the file are encoded in UTF-8 twice over (Ã¶ for ö): they are read right (csv.encoding: ${ENCODED_TWICE}). Ask whoever wrote the file to put its export right.`,
}
