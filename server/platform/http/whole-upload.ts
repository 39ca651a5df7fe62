import { isUtf8 } from 'node:buffer'
import type { Readable } from 'node:stream'
import { DomainError } from '../../engine/errors.ts'
import type { Texts } from '../../engine/texts.ts'

/** What stands in a form beside its file, at most. */
const FORM_BYTES = 2 * 2 ** 20

/** A whole upload as text. @throws DomainError `too-large`, or `invalid-file` when it is not UTF-8 */
export async function textOf(stream: Readable, maxBytes: number, name = 'file'): Promise<string> {
  const content = await bytesOf({ stream }, maxBytes, name)
  if (!isUtf8(content))
    throw new DomainError('invalid-file', { sv: `${name}: måste vara UTF-8`, en: `${name}: must be UTF-8` })
  return Buffer.from(content.buffer)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
}

/** A whole upload as one new buffer; one that says itself that it is larger is not waited for. @throws DomainError `too-large` */
export async function bytesOf(
  { stream, bytesTotal = null }: { readonly stream: Readable; readonly bytesTotal?: number | null },
  maxBytes: number,
  name = 'file',
): Promise<Uint8Array<ArrayBuffer>> {
  const tooLarge = limitOf(name, maxBytes)
  if (bytesTotal !== null && bytesTotal > maxBytes + FORM_BYTES) throw new DomainError('too-large', tooLarge)
  return wholeOf(stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>, maxBytes, tooLarge)
}

/** What is said of a file, or a field, beyond its limit. */
export function limitOf(name: string, maxBytes: number): Texts {
  const megabytes = maxBytes / 2 ** 20
  return {
    sv: `${name}: högst ${megabytes} MB tas emot; dela upp filen`,
    en: `${name}: at most ${megabytes} MB are taken; divide the file`,
  }
}

/** What comes in pieces, in memory of its own. @throws DomainError `too-large`, which says what it is given */
export async function wholeOf(
  pieces: AsyncIterable<Uint8Array>,
  maxBytes: number,
  tooLarge: Texts,
): Promise<Uint8Array<ArrayBuffer>> {
  const taken: Uint8Array[] = []
  let length = 0
  for await (const piece of pieces) {
    length += piece.length
    if (length > maxBytes) throw new DomainError('too-large', tooLarge)
    taken.push(piece)
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of taken) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
