import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createIncidentDigest } from '../../../server/engine/snapshot/incident-digest.ts'
import { makeBatch, PLAIN_ROW } from '../../support/cities/make-snapshot.ts'

const content = fc.record({
  externalId: fc.string({ maxLength: 4 }),
  xCm: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  categoryIndex: fc.integer({ min: 0, max: 16 }),
  weight: fc.integer({ min: 1, max: 2 ** 31 }),
})
const batchOf = (rows: readonly object[]) =>
  makeBatch(
    rows.map((row) => ({ ...PLAIN_ROW, ...row })),
    [],
  )

function digestOf(rows: readonly object[], order = rows.map((_, at) => at)) {
  const digest = createIncidentDigest()
  const batch = batchOf(rows)
  for (const row of order) digest.add(batch, row)
  return digest.value()
}

describe('the digest of incidents', () => {
  it('is the same in any order', () => {
    fc.assert(
      fc.property(fc.array(content, { maxLength: 30 }), fc.infiniteStream(fc.nat()), (rows, keys) => {
        const order = rows.map((_, at) => ({ at, key: keys.next().value! }))
        order.sort((a, b) => a.key - b.key)
        const shuffled = order.map(({ at }) => at)
        expect(digestOf(rows, shuffled)).toEqual(digestOf(rows))
      }),
    )
  })

  it('returns to its earlier value when added rows are removed', () => {
    fc.assert(
      fc.property(fc.array(content), fc.array(content), (kept, passing) => {
        const batch = batchOf(passing)
        const digest = createIncidentDigest(digestOf(kept))
        for (let row = 0; row < batch.length; row++) digest.add(batch, row)
        for (let row = batch.length - 1; row >= 0; row--) digest.subtract(batch, row)
        expect(digest.value()).toEqual(digestOf(kept))
      }),
    )
  })

  it('distinguishes two equal rows from one and from none', () => {
    const row = { externalId: 'a' }
    const digests = [[], [row], [row, row]].map((rows) => digestOf(rows).join())
    expect(new Set(digests).size).toBe(3)
  })

  it('changes with every column that is content', () => {
    const changes = [
      { externalId: 'b' },
      { xCm: 1 },
      { yCm: 1 },
      { fromMinute: 1 },
      { toMinute: 28_401_121 },
      { categoryIndex: 5 },
      { flags: 1 },
      { settingCode: 2 },
      { precisionCode: 1 },
      { weight: 2 },
      { text: 'a note' },
    ]
    const digests = [{}, ...changes].map((row) => digestOf([row]).join())
    expect(new Set(digests).size).toBe(changes.length + 1)
  })

  it('does not depend on ids, revisions or the ordinal of the source', () => {
    const batch = batchOf([{}])
    const other = {
      ...batch,
      id: Uint32Array.of(99),
      revision: Uint32Array.of(7),
      source: Uint16Array.of(3),
    }
    const digest = createIncidentDigest()
    digest.add(other, 0)
    expect(digest.value()).toEqual(digestOf([{}]))
  })
})
