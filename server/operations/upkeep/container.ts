import { createHash } from 'node:crypto'
import { DomainError } from '../../engine/errors.ts'

/** The header of a backup. */
export interface BackupHeader {
  /** Kind of database that it was taken from and can be restored to. */
  readonly kind: 'embedded' | 'postgis'
  readonly createdAt: string
  /** PostgreSQL's version. */
  readonly postgres: string
  readonly srid: number
  readonly timezone: string
  readonly demo: boolean
}

/** First line of the file; the number is that of the format. */
const MAGIC = 'LAGESBILD-BACKUP 1'
const DIGEST_BYTES = 32
const MAX_HEAD_BYTES = 4096

/**
 * A backup file: the magic line, the header as a line of JSON, the database's dump, and the SHA-256 of all that. The
 * digest comes last, so that the file can be streamed.
 */
export async function* packBackup(
  header: BackupHeader,
  payload: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  const digest = createHash('sha256')
  const head = Buffer.from(`${MAGIC}\n${JSON.stringify(header)}\n`)
  digest.update(head)
  yield head
  for await (const chunk of payload) {
    digest.update(chunk)
    yield chunk
  }
  yield digest.digest()
}

/** A backup file whose digest has been verified. */
export interface CheckedBackup {
  readonly header: BackupHeader
  /** Position and length of the dump in the file, bytes. */
  readonly payload: { readonly start: number; readonly length: number }
}

/**
 * Reads a whole backup and verifies its digest, before anything of it is used.
 *
 * @param bytesTotal size of the file
 * @throws DomainError `invalid-file` for a file that is not a backup, is cut short or was changed
 */
export async function checkBackup(
  chunks: AsyncIterable<Uint8Array>,
  bytesTotal: number,
): Promise<CheckedBackup> {
  const digest = createHash('sha256')
  const bodyBytes = bytesTotal - DIGEST_BYTES
  const head: Buffer[] = []
  const tail: Buffer[] = []
  let at = 0
  for await (const chunk of chunks) {
    const body = chunk.subarray(0, Math.max(0, Math.min(chunk.length, bodyBytes - at)))
    digest.update(body)
    if (at < MAX_HEAD_BYTES) head.push(Buffer.from(chunk.subarray(0, MAX_HEAD_BYTES - at)))
    if (body.length < chunk.length) tail.push(Buffer.from(chunk.subarray(body.length)))
    at += chunk.length
  }
  const { header, start } = parseHead(Buffer.concat(head))
  if (at !== bytesTotal || !digest.digest().equals(Buffer.concat(tail)))
    throw new DomainError(
      'invalid-file',
      'The backup is damaged or cut short: its checksum is not that of its contents.',
    )
  return { header, payload: { start, length: bodyBytes - start } }
}

function parseHead(head: Buffer): { readonly header: BackupHeader; readonly start: number } {
  const first = head.indexOf(10)
  const second = head.indexOf(10, first + 1)
  if (first === -1 || second === -1 || head.toString('latin1', 0, first) !== MAGIC)
    throw new DomainError(
      'invalid-file',
      'This is no backup of Lägesbild, or one of another version of its format.',
    )
  try {
    return { header: JSON.parse(head.toString('utf8', first + 1, second)) as BackupHeader, start: second + 1 }
  } catch (cause) {
    throw new DomainError('invalid-file', 'The backup is damaged: its header cannot be read.', { cause })
  }
}
