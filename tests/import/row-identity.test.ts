import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IncidentContent } from '../../server/engine/snapshot/incident.ts'
import { createOrdinalCounter } from '../../server/import/ordinal-counter.ts'
import { externalIdOf } from '../../server/formats/columns/external-id.ts'
import { createIdentifier } from '../../server/import/row-identity.ts'

const CONTENT: IncidentContent = {
  sourceId: 'est',
  externalId: '',
  xCm: 1,
  yCm: 2,
  fromMinute: 3,
  toMinute: 4,
  reportedMinute: null,
  categoryIndex: 5,
  flags: 0,
  settingCode: 0,
  precisionCode: 0,
  weight: 1,
  text: null,
}

describe('the external id of a row', () => {
  it('is the text of one column, without blanks round it', () => {
    expect(externalIdOf([' A-1 ', 'x'], [0])).toBe('A-1')
  })

  it('never confuses where one column ends and the next begins', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '|', '\\', '~'), minLength: 1, maxLength: 4 })
    fc.assert(
      fc.property(fc.tuple(text, text), fc.tuple(text, text), (one, other) => {
        const same = one[0] === other[0] && one[1] === other[1]
        expect(externalIdOf(one, [0, 1]) === externalIdOf(other, [0, 1])).toBe(same)
      }),
      { numRuns: 2000 },
    )
  })

  it('is none when any of its columns is blank', () => {
    expect(externalIdOf(['A', ' '], [0, 1])).toBeNull()
    expect(externalIdOf(['A'], [])).toBeNull()
  })
})

describe('a row without an id', () => {
  it('is known by its content and its ordinal among equal rows, so equal rows stay apart', () => {
    const ids = () => {
      const identify = createIdentifier()
      const contents = [CONTENT, { ...CONTENT, xCm: 9 }, CONTENT, CONTENT]
      return contents.map((content, index) => identify(content, index + 2, '').externalId)
    }
    expect(new Set(ids()).size).toBe(4)
    expect(ids().map((id) => id.split(':')[1])).toEqual(['1', '1', '2', '3'])
    expect(ids()).toEqual(ids())
  })

  it('is never taken for a row whose source calls it so', () => {
    const made = createIdentifier()(CONTENT, 2, '').externalId
    expect(externalIdOf([made], [0])).not.toBe(made)
  })
})

describe('the ordinal counter', () => {
  it('counts as a map would, over many growths', () => {
    const count = createOrdinalCounter()
    const expected = new Map<bigint, number>()
    for (let n = 0; n < 40_000; n++) {
      const key = BigInt.asIntN(64, BigInt((n * 7919) % 15_000) * 0x9e3779b97f4a7c15n)
      expected.set(key, (expected.get(key) ?? 0) + 1)
      expect(count(key)).toBe(expected.get(key))
    }
  })
})
