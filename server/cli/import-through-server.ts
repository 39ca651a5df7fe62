import { createReadStream } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { IMPORT_PATHS } from '../import/index.ts'
import { answerOf } from './remote-answer.ts'
import type { RemoteServer } from './session.ts'
import type { ImportPreview, ImportStatus } from '../import/index.ts'

const POLL_EVERY_MS = 300

/** A file and its mapping on the way to a running server. */
export interface RemoteImport {
  readonly path: string
  readonly fileName: string
  /** Null only for a preview. */
  readonly mapping: unknown
  readonly onSent: (bytes: number) => void
  readonly signal: AbortSignal
}

/** Imports by way of the server that holds the database, and follows the import to its end. */
export async function importThroughServer(
  server: RemoteServer,
  file: RemoteImport,
  onStatus: (status: ImportStatus) => void,
): Promise<ImportStatus> {
  let status = (await answerOf(server.request(IMPORT_PATHS.imports, uploadOf(file)))) as ImportStatus
  const path = IMPORT_PATHS.import.replace('{id}', String(status.id))
  while (status.finishedAt === null) {
    onStatus(status)
    await wait(POLL_EVERY_MS, undefined, { signal: file.signal })
    status = (await answerOf(server.request(path))) as ImportStatus
  }
  return status
}

/** The preview by way of the server. */
export async function previewThroughServer(server: RemoteServer, file: RemoteImport): Promise<ImportPreview> {
  return (await answerOf(
    server.request(`${IMPORT_PATHS.imports}?preview=true`, uploadOf(file)),
  )) as ImportPreview
}

/** A multipart request whose file is read as it is sent. */
function uploadOf(file: RemoteImport): RequestInit & { readonly duplex: 'half' } {
  const boundary = `lagesbild-${process.pid}-${file.fileName.length}-boundary`
  return {
    method: 'POST',
    headers: { 'Content-Type': `multipart/form-data; boundary=${boundary}` },
    body: partsOf(file, boundary) as unknown as BodyInit,
    signal: file.signal,
    duplex: 'half',
  }
}

async function* partsOf(
  { path, fileName, mapping, onSent }: RemoteImport,
  boundary: string,
): AsyncGenerator<Uint8Array> {
  const name = encodeURIComponent(fileName)
  if (mapping !== null) {
    const header = `--${boundary}\r\nContent-Disposition: form-data; name="mapping"\r\n\r\n`
    yield Buffer.from(`${header}${JSON.stringify(mapping)}\r\n`)
  }
  yield Buffer.from(
    `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: application/octet-stream\r\n\r\n`,
  )
  let sent = 0
  for await (const chunk of createReadStream(path) as AsyncIterable<Uint8Array>) {
    yield chunk
    sent += chunk.length
    onSent(sent)
  }
  yield Buffer.from(`\r\n--${boundary}--\r\n`)
}
