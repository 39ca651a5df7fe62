import type { FileToSend } from '../platform/http/call-api.ts'

/** A multipart body whose file is read as it is sent, with its media type. */
export function multipartBody(file: FileToSend) {
  const boundary = `lagesbild-${process.pid}-${file.fileName.length}-boundary`
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    body: partsOf(file, boundary) as unknown as BodyInit,
  }
}

async function* partsOf(
  { fields, fileName, chunks }: FileToSend,
  boundary: string,
): AsyncGenerator<Uint8Array> {
  const part = (disposition: string) => `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n`
  for (const [name, text] of Object.entries(fields))
    yield Buffer.from(`${part(`name="${name}"`)}\r\n${text}\r\n`)
  const named = `name="file"; filename="${encodeURIComponent(fileName)}"`
  yield Buffer.from(`${part(named)}Content-Type: application/octet-stream\r\n\r\n`)
  yield* chunks
  yield Buffer.from(`\r\n--${boundary}--\r\n`)
}
