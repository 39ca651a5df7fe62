import { DomainError } from '../../engine/errors.ts'
import type { FileFormat } from './file-format.ts'
import { FORMAT_NAMES } from './format-names.ts'
import { zipEntryNames } from './sniff-zip.ts'
import type { Texts } from '../../engine/texts.ts'
import { FILE_MESSAGES } from '../messages/file.ts'

const SHOWN_ENTRIES = 3
const MAX_SHOWN_LENGTH = 60
const NOTHING: Texts = { sv: '', en: '' }

/**
 * What to tell somebody whose file is not read: what it is, and the way out.
 *
 * @param bytes of the file from its beginning; of a ZIP archive the names of some entries are told
 */
export function formatRefusal(format: FileFormat, bytes: Uint8Array): DomainError {
  const { name, wayOut } = FORMAT_NAMES[format]
  const holding = format === 'zip' ? entriesShown(bytes) : NOTHING
  return new DomainError('invalid-file', FILE_MESSAGES.is(name, wayOut, holding))
}

function entriesShown(bytes: Uint8Array): Texts {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  const names = zipEntryNames(archive).filter((name) => !/\p{Cc}/u.test(name))
  if (names.length === 0) return NOTHING
  const shown = names.slice(0, SHOWN_ENTRIES).map((name) => name.slice(0, MAX_SHOWN_LENGTH))
  return FILE_MESSAGES.holding(`${shown.join(', ')}${names.length > SHOWN_ENTRIES ? ', …' : ''}`)
}
