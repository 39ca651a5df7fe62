import { describe, expect, it } from 'vitest'
import { rememberedLanguage, rememberLanguage } from '../../web/i18n/remembered-language.ts'

function browserStorage(kept = new Map<string, string>()) {
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  }
}

describe('the remembered language', () => {
  it('is Swedish by default', () => {
    expect(rememberedLanguage(() => browserStorage())).toBe('sv')
  })

  it('is the one chosen last', () => {
    const storage = browserStorage()
    rememberLanguage(() => storage, 'en')
    expect(rememberedLanguage(() => storage)).toBe('en')
    rememberLanguage(() => storage, 'sv')
    expect(rememberedLanguage(() => storage)).toBe('sv')
  })

  it('is Swedish, without an error, in a browser without storage', () => {
    const forbidden = () => {
      throw new DOMException('Storage is forbidden.', 'SecurityError')
    }
    rememberLanguage(forbidden, 'en')
    expect(rememberedLanguage(forbidden)).toBe('sv')
  })

  it('is Swedish when the stored text is not a language', () => {
    expect(rememberedLanguage(() => browserStorage(new Map([['lagesbild.language', 'de']])))).toBe('sv')
  })
})
