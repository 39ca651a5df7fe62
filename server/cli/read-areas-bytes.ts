import { readFile, stat } from 'node:fs/promises'
import { DomainError } from '../engine/errors.ts'
import { FILE_MESSAGES } from './file-messages.ts'

const MAX_BYTES = 64 * 2 ** 20

/** The bytes of a file of areas. @throws DomainError `invalid-file` when there is none, `too-large` beyond 64 MB */
export async function readAreasBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new DomainError('invalid-file', FILE_MESSAGES.noFile(path))
  if (found.size > MAX_BYTES)
    throw new DomainError('too-large', FILE_MESSAGES.larger(path, MAX_BYTES / 2 ** 20))
  return readFile(path)
}
