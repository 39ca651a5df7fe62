import { constants } from 'node:fs'
import { access, stat } from 'node:fs/promises'
import { DomainError } from '../engine/errors.ts'
import type { Texts } from '../engine/texts.ts'
import { FILE_MESSAGES } from './file-messages.ts'

/**
 * The size of a file that can be read, bytes.
 *
 * @throws DomainError `invalid-file` when there is none, when it is a folder, a pipe or a device, or may not be read; `too-large`
 * beyond `maxBytes`
 */
export async function localFileSize(path: string, maxBytes = Number.POSITIVE_INFINITY): Promise<number> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw refused(error.code === 'EACCES' ? FILE_MESSAGES.notReadable(path) : FILE_MESSAGES.noFile(path))
  })
  if (found.isDirectory())
    throw refused(/\.gdb\/?$/i.test(path) ? FILE_MESSAGES.geodatabase(path) : FILE_MESSAGES.folder(path))
  if (!found.isFile()) throw refused(FILE_MESSAGES.notPlain(path))
  await access(path, constants.R_OK).catch(() => {
    throw refused(FILE_MESSAGES.notReadable(path))
  })
  if (found.size > maxBytes)
    throw new DomainError('too-large', FILE_MESSAGES.larger(path, maxBytes / 2 ** 20))
  return found.size
}

function refused(texts: Texts): DomainError {
  return new DomainError('invalid-file', texts)
}
