const SIGNATURE = 'PGCOPY\n\xff\r\n\0'
/** Signature, flags, length of the header's extension. */
const HEADER_BYTES = 19
const TRAILER = -1
const NULL = -1

/**
 * Called for each tuple of a binary COPY. `at` is where its first field begins: a length of four bytes (−1 = null)
 * and so many bytes, then the next.
 */
export type OnTuple = (view: DataView, at: number) => void

/** Takes the chunks of a binary COPY one after the other; they may split the data anywhere. */
export interface TupleReader {
  push(chunk: Uint8Array): void
  /** @throws Error when the data ended in the middle */
  end(): void
}

/** A reader of PostgreSQL's binary COPY format, version 1 (PostgreSQL manual, COPY, "Binary Format"). */
export function createTupleReader(onTuple: OnTuple): TupleReader {
  let rest = new Uint8Array(0)
  let started = false
  let ended = false
  return {
    push(chunk) {
      const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
      let at = 0
      if (!started) {
        at = skipHeader(view)
        started = at > 0
      }
      while (started && !ended) {
        const next = tupleEnd(view, at)
        if (next === null) break
        if (next === TRAILER) ended = true
        else onTuple(view, at + 2)
        at = next === TRAILER ? at + 2 : next
      }
      rest = bytes.slice(at)
    },
    end() {
      if (!ended) throw new Error('The database ended a COPY in the middle.')
    },
  }
}

function skipHeader(view: DataView): number {
  if (view.byteLength < HEADER_BYTES) return 0
  for (let at = 0; at < SIGNATURE.length; at++) {
    if (view.getUint8(at) !== SIGNATURE.charCodeAt(at)) throw new Error('This is not a binary COPY.')
  }
  return HEADER_BYTES + view.getUint32(15)
}

/** Where the tuple that begins at `at` ends; null when it is not complete, −1 for the trailer. */
function tupleEnd(view: DataView, at: number): number | null {
  if (at + 2 > view.byteLength) return null
  const fields = view.getInt16(at)
  if (fields === TRAILER) return TRAILER
  let end = at + 2
  for (let field = 0; field < fields; field++) {
    if (end + 4 > view.byteLength) return null
    const length = view.getInt32(end)
    end += length === NULL ? 4 : 4 + length
  }
  return end <= view.byteLength ? end : null
}
