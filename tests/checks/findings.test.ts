import { afterAll, describe, expect, it } from 'vitest'
import { FIRST, openTinyCheck } from './tiny-check.ts'
import { at, incident } from './tiny-city.ts'

const { check, close } = openTinyCheck()
afterAll(close)

describe('the texts of findings', () => {
  const FORBIDDEN =
    /orsak|därför att|på grund av|ledde till|led to|because|caused|betyg|poäng|score|grade|no-go|säker plats|worse|sämre/i
  it('never speak of cause, score or grade', async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const rows = Array.from({ length: seed * 40 }, (_, k) =>
        incident(
          900 + ((k * 37 * seed) % 400),
          900 + ((k * 53) % 500),
          at(2023 + (k % 2), 1 + (k % 12), 1 + ((k * seed) % 28), (k * seed) % 24),
          {
            categoryIndex: (k * seed) % 17,
          },
        ),
      )
      const { evidence } = await check([FIRST, ...rows])
      for (const { sv, en, evidence: rests } of evidence.findings) {
        expect(`${sv} ${en}`).not.toMatch(FORBIDDEN)
        expect(`${sv} ${en}`).not.toMatch(/NaN|undefined|null|Infinity/)
        expect(Array.isArray(rests)).toBe(true)
      }
    }
  })

  it('point at evidence that exists', async () => {
    const { evidence } = await check([FIRST, incident(1100, 1100, at(2024, 3, 1))])
    const ids = new Set(
      [
        ...evidence.counts,
        ...evidence.cells,
        ...evidence.ranks,
        ...evidence.profiles,
        ...evidence.patrols,
        ...evidence.touches,
        evidence.cameras,
      ].map((e) => e.id),
    )
    for (const finding of evidence.findings) for (const id of finding.evidence) expect(ids).toContain(id)
  })
})
