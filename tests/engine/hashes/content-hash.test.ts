import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentHash } from '../../../server/engine/hashes/content-hash.ts'
import type { IncidentContent } from '../../../server/engine/snapshot/incident.ts'

const CONTENT: IncidentContent = {
  sourceId: 'est',
  externalId: 'A-1',
  xCm: 67435080,
  yCm: 658108970,
  fromMinute: 27_000_000,
  toMinute: 27_000_060,
  reportedMinute: null,
  categoryIndex: 4,
  flags: 1,
  settingCode: 1,
  precisionCode: 0,
  weight: 1,
  text: 'låst "cykel"',
}

describe('the content hash', () => {
  it('is the first 64 bits of the SHA-256 of the fields as a JSON array', () => {
    const text = '["est","A-1",67435080,658108970,27000000,27000060,null,4,1,1,0,1,"låst \\"cykel\\""]'
    const expected = createHash('sha256').update(text).digest().readBigInt64BE(0)
    expect(contentHash(CONTENT)).toBe(expected)
  })

  it('fits a signed 64-bit column', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer(), (externalId, weight) => {
        const value = contentHash({ ...CONTENT, externalId, weight })
        expect(BigInt.asIntN(64, value)).toBe(value)
      }),
    )
  })

  it('changes with every field', () => {
    const changed: readonly Partial<IncidentContent>[] = [
      { sourceId: 'es' },
      { externalId: 'tA-1' },
      { xCm: 67435081 },
      { yCm: 658108971 },
      { fromMinute: 27_000_001 },
      { toMinute: 27_000_061 },
      { reportedMinute: 0 },
      { categoryIndex: 5 },
      { flags: 2 },
      { settingCode: 2 },
      { precisionCode: 1 },
      { weight: 2 },
      { text: null },
    ]
    const hashes = new Set([contentHash(CONTENT), ...changed.map((c) => contentHash({ ...CONTENT, ...c }))])
    expect(hashes.size).toBe(changed.length + 1)
  })

  it('does not confuse where one text ends and the next begins', () => {
    expect(contentHash({ ...CONTENT, sourceId: 'a', externalId: 'b","c' })).not.toBe(
      contentHash({ ...CONTENT, sourceId: 'a","b', externalId: 'c' }),
    )
  })
})
