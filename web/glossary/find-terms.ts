/** What a text is found by: the names of an entry and the other forms in which it stands in texts. */
export interface TermForms {
  readonly key: string
  readonly forms: readonly string[]
}

/** A part of a text; `key` is the entry that it names. */
export interface TextPart {
  readonly text: string
  readonly key: string | null
}

/** Finds the entries that a text names. */
export type FindTerms = (text: string) => readonly TextPart[]

/**
 * A finder of whole words, whatever their case; the longest form wins, and each entry is found once, where it stands
 * first. The parts put together are the text.
 */
export function createFindTerms(entries: readonly TermForms[]): FindTerms {
  const keys = new Map(entries.flatMap(({ key, forms }) => forms.map((form) => [folded(form), key] as const)))
  const forms = [...keys.keys()].toSorted((a, b) => b.length - a.length).map(escaped)
  if (forms.length === 0) return (text) => [{ text, key: null }]
  const word = new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
  return (text) => {
    const parts: TextPart[] = []
    const found = new Set<string>()
    let end = 0
    for (const { 0: form, index } of text.matchAll(word)) {
      const key = keys.get(folded(form))
      if (key === undefined || found.has(key)) continue
      found.add(key)
      if (index > end) parts.push({ text: text.slice(end, index), key: null })
      parts.push({ text: form, key })
      end = index + form.length
    }
    if (end < text.length || parts.length === 0) parts.push({ text: text.slice(end), key: null })
    return parts
  }
}

const folded = (form: string) => form.toLocaleLowerCase('sv')
const escaped = (form: string) => form.replaceAll(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)
