import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import type { FileToSend } from '../platform/http/call-api.ts'
import { importContract, type ImportPreview, type PresentedStatus } from '../import/index.ts'
import { DomainError } from '../engine/errors.ts'
import { FILE_MESSAGES } from './file-messages.ts'
import { callJson } from './call-json.ts'
import type { Session } from './session.ts'

const POLL_EVERY_MS = 300

/** A file and its mapping on the way to an import. */
export interface SentImport {
  readonly path: string
  readonly fileName: string
  /** Null only for a preview. */
  readonly mapping: unknown
  readonly onSent: (bytes: number) => void
  readonly signal: AbortSignal
}

/** Imports a file and follows the import to its end. */
export async function sendImport(
  session: Session,
  file: SentImport,
  onStatus: (status: PresentedStatus) => void,
): Promise<PresentedStatus> {
  const { createImport, getImport } = importContract
  const { signal } = file
  let status = await callJson<PresentedStatus>(session, createImport, { upload: uploadOf(file), signal })
  // An import of this process is given up by the signal itself, and then comes to its end.
  const waiting = session.kind === 'remote' ? { signal } : {}
  while (status.finishedAt === null) {
    onStatus(status)
    await wait(POLL_EVERY_MS, undefined, waiting)
    status = await callJson<PresentedStatus>(session, getImport, { params: { id: status.id } })
  }
  return status
}

/** What importing a file would do. @param layer which to read, of a file with several; null = the only one */
export function sendPreview(
  session: Session,
  file: SentImport,
  layer: string | null,
): Promise<ImportPreview> {
  const query = { preview: 'true', ...(layer === null ? {} : { layer }) }
  return callJson(session, importContract.createImport, {
    query,
    upload: uploadOf(file),
    signal: file.signal,
  })
}

function uploadOf({ path, fileName, mapping, onSent }: SentImport): FileToSend {
  const fields = mapping === null ? {} : { mapping: JSON.stringify(mapping) }
  return { fields, fileName, chunks: chunksOf(path, onSent) }
}

/** A file as it is read, telling how much of it has been. @throws DomainError `invalid-file` for one that changes meanwhile */
async function* chunksOf(path: string, onSent: (bytes: number) => void): AsyncGenerator<Uint8Array> {
  let sent = 0
  const before = await stat(path)
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    yield chunk
    sent += chunk.length
    onSent(sent)
  }
  const after = await stat(path)
  if (after.size !== sent || after.mtimeMs !== before.mtimeMs)
    throw new DomainError('invalid-file', FILE_MESSAGES.changed(path))
}
