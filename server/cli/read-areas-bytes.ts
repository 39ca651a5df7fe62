import { readFile } from 'node:fs/promises'
import { localFileSize } from './local-file-size.ts'

const MAX_BYTES = 64 * 2 ** 20

/** The bytes of a file of areas. @throws DomainError as `localFileSize` does, beyond 64 MB too */
export async function readAreasBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  await localFileSize(path, MAX_BYTES)
  return readFile(path)
}
