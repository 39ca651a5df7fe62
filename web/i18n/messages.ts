import type { Language } from './language.ts'
import type { Texts } from './texts.ts'

/** The messages of one module, loaded with its code. */
export interface Messages<W> extends Readonly<Record<Language, W>> {
  /** These messages merged with the shared ones, in their language; keys are disjoint. */
  inLanguageOf(texts: Texts): Texts & W
}

/** The messages of a module from tables of the same shape. */
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
