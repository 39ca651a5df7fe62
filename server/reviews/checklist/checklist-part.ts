import type { Language } from '../../platform/language.ts'
import { cityText } from '../../platform/pages/city-text.ts'
import { type Html, html } from '../../platform/pages/html.ts'
import { scrollRegion } from '../../platform/pages/scroll-region.ts'
import { checklistOf, type FilledChecklist, pointerKey, questionsOf } from './checklist.ts'
import type { Citable } from './citable.ts'
import type { FiledChecklist } from './filed-checklist.ts'
import { CHECKLIST_NAMES } from './messages.ts'

/** The checklist of a public document: an aspect's questions as rows, with response and text. */
export function checklistPart(checklist: FiledChecklist | null, language: Language): Html | null {
  if (checklist === null) return null
  const names = CHECKLIST_NAMES[language]
  const rows = checklist.aspects.map(
    ({ name, questions }) =>
      html`<tr><th scope="rowgroup" colspan="3" class="words">${name[language]}</th></tr>${questions.map(
        ({ question, response, text }) =>
          html`<tr><th scope="row" class="words">${question[language]}</th><td class="words">${names.responses[response]}</td><td class="words">${text === null ? null : cityText(text)}</td></tr>`,
      )}`,
  )
  return html`<section aria-labelledby="checklist"><h2 id="checklist">${names.title}</h2>
<p>${checklist.title[language]}. ${checklist.source[language]} ${names.version(checklist.version)}</p>
${scrollRegion(names.title, html`<table class="plain">${rows.map((group) => html`<tbody>${group}</tbody>`)}</table>`)}
</section>`
}

/** The responses with what each rests on in words, as far as that is known to the reader. */
export function checklistInAnnex(
  filled: FilledChecklist | null,
  citable: readonly Citable[],
  language: Language,
): Html | null {
  const checklist = filled === null ? null : checklistOf(filled.version)
  if (filled === null || checklist === null || Object.keys(filled.responses).length === 0) return null
  const names = CHECKLIST_NAMES[language]
  const known = new Map(citable.map((one) => [pointerKey(one), one.words[language]]))
  const rows = questionsOf(checklist).flatMap((question) => {
    const given = filled.responses[question.id]
    if (given === undefined) return []
    const rests = given.restsOn.map(
      (pointer) =>
        html`<li>${names.kinds[pointer.kind]}: ${known.get(pointerKey(pointer)) ?? names.gone}</li>`,
    )
    return [
      html`<tr><th scope="row" class="words">${question[language]}</th><td class="words">${names.responses[given.response]}</td><td class="words">${rests.length === 0 ? null : html`<ul>${rests}</ul>`}</td></tr>`,
    ]
  })
  const head = [names.title, names.response, names.restsOn]
  const table = html`<table class="plain"><thead><tr>${head.map((text) => html`<th scope="col" class="words">${text}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
  return html`<section aria-labelledby="checklist"><h2 id="checklist">${names.title}</h2>
${scrollRegion(names.title, table)}
</section>`
}
