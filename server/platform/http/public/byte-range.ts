/** A part of a file, both ends included. */
export interface ByteRange {
  readonly first: number
  readonly last: number
}

const ONE_RANGE = /^bytes=(\d{0,15})-(\d{0,15})$/

/**
 * The part that a `Range` header asks for (RFC 9110 §14).
 *
 * @returns null when the header is not one range of bytes, and so is not heeded; `unsatisfiable` when nothing of the
 *   file lies in it
 */
export function byteRange(header: string, length: number): ByteRange | 'unsatisfiable' | null {
  const [, from, to] = ONE_RANGE.exec(header) ?? []
  if (from === undefined || to === undefined || (from === '' && to === '')) return null
  if (from === '') {
    const suffix = Math.min(Number(to), length)
    return suffix === 0 ? 'unsatisfiable' : { first: length - suffix, last: length - 1 }
  }
  const first = Number(from)
  const last = to === '' ? length - 1 : Math.min(Number(to), length - 1)
  if (to !== '' && Number(to) < first) return null
  return first >= length ? 'unsatisfiable' : { first, last }
}
