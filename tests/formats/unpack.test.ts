import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpack } from '../../server/formats/unpack.ts'

async function* inPieces(bytes: Uint8Array) {
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536)
}

async function lengthOf(bytes: Uint8Array): Promise<number> {
  let length = 0
  for await (const chunk of unpack(inPieces(bytes), () => {})) length += chunk.length
  return length
}

describe('a packed file', () => {
  it('comes out whole', async () => {
    const text = Buffer.from('id;lon;lat\n'.repeat(100_000))
    expect(await lengthOf(gzipSync(text))).toBe(text.length)
  })

  it('is refused when it is made to burst, long before it has', async () => {
    const bomb = gzipSync(Buffer.alloc(400 * 1024 * 1024))
    await expect(lengthOf(bomb)).rejects.toMatchObject({
      code: 'invalid-file',
      message: expect.stringContaining('200 times'),
    })
  })

  it('is known where its first bytes come one by one', async () => {
    async function* oneByOne() {
      for (const byte of gzipSync('id\n')) yield Uint8Array.of(byte)
    }
    const pieces: Uint8Array[] = []
    for await (const piece of unpack(oneByOne(), () => {})) pieces.push(piece)
    expect(Buffer.concat(pieces).toString()).toBe('id\n')
  })
})
