import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFindTerms } from '../../web/glossary/find-terms.ts'

const find = createFindTerms([
  { key: 'lagesbild', forms: ['lägesbild', 'lägesbilden'] },
  { key: 'lokalt-behov', forms: ['lokala behov'] },
  { key: 'behov', forms: ['behov'] },
  { key: 'est', forms: ['EST'] },
  { key: 'odd', forms: ['hbtq-personer', 'a+b (c/d) [e]'] },
])
const keysOf = (text: string) => find(text).flatMap(({ key }) => key ?? [])

describe('words of the glossary in a text', () => {
  it('are found whole, whatever their case, and once each', () => {
    expect(keysOf('Lägesbilden för EST: lägesbild, inte lägesbildsarbete')).toEqual(['lagesbild', 'est'])
    expect(keysOf('bäst')).toEqual([])
    expect(keysOf('Hbtq-personer')).toEqual(['odd'])
    expect(keysOf('om a+b (c/d) [e]')).toEqual(['odd'])
  })

  it('are the longest that match', () => {
    expect(keysOf('Lokala behov')).toEqual(['lokalt-behov'])
  })

  it('divide the text without changing it', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Lägesbild', ' ', 'est', 'behov', '(', 'å', '.')), (words) => {
        const text = words.join('')
        expect(
          find(text)
            .map((part) => part.text)
            .join(''),
        ).toBe(text)
      }),
    )
  })

  it('are none where there is no glossary', () => {
    expect(createFindTerms([])('Lägesbild')).toEqual([{ text: 'Lägesbild', key: null }])
  })
})
