import { CATEGORY_GROUPS } from '../../engine/snapshot/categories.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import type { Language } from '../../platform/language.ts'
import type { Finding } from '../../checks/index.ts'

/**
 * Findings under headings of their groups, then those on the place itself. The sentences omit the group's name.
 *
 * @param place heading of those without a group
 */
export function findingList(
  findings: readonly Finding[],
  language: Language,
  place: string,
): readonly Html[] {
  const named = CATEGORY_GROUPS.map((group) => ({ heading: group[language], start: `${group[language]}: ` }))
  const texts = findings.map((finding) => finding[language])
  const rest = texts.filter((text) => !named.some(({ start }) => text.startsWith(start)))
  return [
    ...named.map(({ heading, start }) => {
      const own = texts.filter((text) => text.startsWith(start)).map((text) => text.slice(start.length))
      return section(heading, own.map(asSentence))
    }),
    section(place, rest),
  ].filter((list) => list !== null)
}

function section(heading: string, texts: readonly string[]): Html | null {
  if (texts.length === 0) return null
  return html`<h3>${heading}</h3><ul class="findings">${texts.map((text) => html`<li>${text}</li>`)}</ul>`
}

function asSentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
