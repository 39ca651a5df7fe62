import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createTupleReader } from '../../../db/feed/feed-copy-tuples.ts'

type Tuple = readonly (Uint8Array | null)[]

function encode(tuples: readonly Tuple[]): Uint8Array {
  const parts: Buffer[] = [Buffer.from('PGCOPY\n\xff\r\n\0', 'latin1'), Buffer.alloc(8)]
  const int = (value: number, bytes: number) => {
    const buffer = Buffer.alloc(bytes)
    buffer.writeIntBE(value, 0, bytes)
    parts.push(buffer)
  }
  for (const tuple of tuples) {
    int(tuple.length, 2)
    for (const field of tuple) {
      int(field?.length ?? -1, 4)
      if (field !== null) parts.push(Buffer.from(field))
    }
  }
  int(-1, 2)
  return Buffer.concat(parts)
}

function decode(chunks: readonly Uint8Array[]): readonly Tuple[] {
  const tuples: Tuple[] = []
  const reader = createTupleReader((view, at) => {
    const fields: (Uint8Array | null)[] = []
    let next = at
    for (let left = view.getInt16(at - 2); left > 0; left--) {
      const length = view.getInt32(next)
      const bytes = new Uint8Array(view.buffer, view.byteOffset + next + 4, Math.max(0, length))
      fields.push(length === -1 ? null : Uint8Array.from(bytes))
      next += 4 + Math.max(0, length)
    }
    tuples.push(fields)
  })
  for (const chunk of chunks) reader.push(chunk)
  reader.end()
  return tuples
}

describe('the reader of a binary COPY', () => {
  it('gives the same tuples wherever the chunks are split', () => {
    const field = fc.option(fc.uint8Array({ maxLength: 9 }))
    fc.assert(
      fc.property(fc.array(fc.array(field, { maxLength: 4 })), fc.array(fc.nat(200)), (tuples, cuts) => {
        const bytes = encode(tuples)
        const edges = [0, ...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length]
        const chunks = edges.slice(1).map((end, at) => bytes.slice(edges[at], end))
        expect(decode(chunks)).toEqual(tuples)
      }),
    )
  })

  it('throws when the data end within a tuple', () => {
    const bytes = encode([[Uint8Array.of(1, 2, 3)]])
    expect(() => decode([bytes.slice(0, -1)])).toThrow('in the middle')
  })

  it('refuses what is not a binary COPY', () => {
    expect(() => decode([Buffer.from('1\tsome text that is long enough\n')])).toThrow('not a binary COPY')
  })
})
