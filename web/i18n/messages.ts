import type { Language } from './language.ts'
import type { Texts } from './texts.ts'

/** The words of one module, which come with its code. */
export interface Messages<W> extends Readonly<Record<Language, W>> {
  /** These words beside the shared ones, in the language of those; no key is in both. */
  inLanguageOf(texts: Texts): Texts & W
}

/** Tables of the same shape in every language as the words of a module. */
export function createMessages<W extends object>(messages: Readonly<Record<Language, W>>): Messages<W> {
  const joined = new WeakMap<Texts, Texts & W>()
  return {
    ...messages,
    inLanguageOf: (texts) => {
      const known = joined.get(texts)
      if (known !== undefined) return known
      const both = { ...texts, ...messages[texts.language] }
      joined.set(texts, both)
      return both
    },
  }
}
