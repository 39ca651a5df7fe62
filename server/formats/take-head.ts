/** The beginning of a file, and the file whole. */
export interface HeadedFile {
  readonly head: Uint8Array
  /** All bytes, the head among them; walked once. */
  readonly all: AsyncIterable<Uint8Array>
}

/** Reads so many bytes of a file ahead, or all when it has fewer, that can still be read with the rest. */
export async function takeHead(chunks: AsyncIterable<Uint8Array>, bytes: number): Promise<HeadedFile> {
  const rest = chunks[Symbol.asyncIterator]()
  const taken: Uint8Array[] = []
  for (let length = 0; length < bytes; length += taken.at(-1)!.length) {
    const next = await rest.next()
    if (next.done === true) break
    taken.push(next.value)
  }
  const head = taken.length === 1 ? taken[0]! : Buffer.concat(taken)
  return { head, all: join(head, rest) }
}

async function* join(head: Uint8Array, rest: AsyncIterator<Uint8Array>) {
  try {
    if (head.length > 0) yield head
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
