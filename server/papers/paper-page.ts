import { cityText } from '../platform/pages/city-text.ts'
import { type Html, html } from '../platform/pages/html.ts'
import { pageFrame } from '../platform/pages/page-frame.ts'
import { scrollRegion } from '../platform/pages/scroll-region.ts'
import { PAPER_MESSAGES, type PaperMessages } from './messages.ts'
import { missingOf, type Paper, type PaperBlock, type PaperSection } from './paper.ts'

/** @param query the address's query without its language, `area=3&` */
export function paperPage(paper: Paper, query: string, isDemo: boolean): string {
  const messages = PAPER_MESSAGES[paper.language]
  const lacking = missingOf(paper)
  return pageFrame({
    language: paper.language,
    title: paper.title,
    query,
    body: html`<header>
<p class="product">${messages.product}</p>
<h1>${cityText(paper.title)}</h1>
${isDemo ? html`<p class="demo">${messages.demo}</p>` : null}
<dl class="facts">${paper.facts.map(({ name, value }) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
</header>
${lacking.length === 0 ? null : html`<p class="hint"><a href="#missing">${messages.missingLead(lacking.length)}</a></p>`}
${paper.sections.map((section, k) => sectionOf(section, k, messages))}
${lacking.length === 0 ? null : html`<section id="missing" aria-labelledby="missing-title"><h2 id="missing-title">${messages.missing}</h2><ul>${lacking.map((text) => html`<li>${cityText(text)}</li>`)}</ul></section>`}
<p><a href="${docxHref(paper, query)}">Word (.docx)</a></p>`,
  })
}

function docxHref({ kind, language }: Paper, query: string): string {
  return `/papers/${kind}/docx?${query}lang=${language}`
}

function sectionOf({ heading, law, blocks }: PaperSection, k: number, messages: PaperMessages): Html {
  return html`<section aria-labelledby="part-${k}">
<h2 id="part-${k}">${heading}</h2>
${law === null ? null : html`<p class="law">${messages.law}: ${law}</p>`}
${blocks.map((block) => blockOf(block, messages))}
</section>`
}

function blockOf(block: PaperBlock, messages: PaperMessages): Html {
  if (block.type === 'missing')
    return html`<p class="missing">${messages.missing}: ${cityText(block.text)}</p>`
  if (block.type === 'table') return scrollRegion(block.caption, tableOf(block))!
  const text = block.isCityText ? cityText(block.text) : html`${block.text}`
  if (block.source === undefined) return html`<p>${text}</p>`
  return html`<p>${text} ${messages.source}: <a href="${block.source.href}">${block.source.text}</a></p>`
}

function tableOf({ caption, head, rows }: Extract<PaperBlock, { readonly type: 'table' }>): Html {
  const body = rows.map(([first, ...rest]) => {
    return html`<tr><th scope="row" class="words">${cityText(first ?? '')}</th>${rest.map((text) => html`<td class="words">${cityText(text)}</td>`)}</tr>`
  })
  return html`<table><caption class="unseen">${caption}</caption><thead><tr>${head.map((text) => html`<th scope="col" class="words">${text}</th>`)}</tr></thead><tbody>${body}</tbody></table>`
}
