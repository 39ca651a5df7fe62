import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { DomainError } from '../../engine/errors.ts'

/** A whole upload as text. @throws DomainError `too-large`, or `invalid-file` when it is not UTF-8 */
export async function textOf(stream: Readable, maxBytes: number, name = 'file'): Promise<string> {
  const content = await bytesOf(stream, maxBytes, name)
  if (!isUtf8(content)) throw new DomainError('invalid-file', `${name}: must be UTF-8`)
  return Buffer.from(content.buffer)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
}

/** A whole upload, in memory of its own. @throws DomainError `too-large` */
export async function bytesOf(
  stream: Readable,
  maxBytes: number,
  name = 'file',
): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > maxBytes) throw new DomainError('too-large', `${name}: at most ${maxBytes} bytes`)
    chunks.push(chunk)
  }
  const content = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    content.set(chunk, at)
    at += chunk.length
  }
  return content
}
