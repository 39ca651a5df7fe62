import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import type { EvidenceContent } from '../evidence/index.ts'
import { OBSERVATION_NAMES } from '../observations/index.ts'
import type { WorkItem } from '../work/index.ts'
import type { PaperMaterial } from './material.ts'
import { type PaperBlock, said, written } from './paper.ts'
import type { PaperWords } from './paper-words.ts'

/** What is attached to an item as evidence, a line each with the value that it had then. */
export function attachedTo(
  { evidence }: Pick<PaperMaterial, 'evidence'>,
  itemId: number,
  words: PaperWords,
): readonly PaperBlock[] {
  return evidence
    .filter(({ partOf, state }) => partOf === itemId && state === 'attached')
    .flatMap(({ content }: WorkItem<EvidenceContent>) => [
      evidenceBlock(content, words),
      ...(content.text === null ? [] : [written(content.text)]),
    ])
}

function evidenceBlock({ pointer, frozen }: EvidenceContent, words: PaperWords): PaperBlock {
  const { messages, language, day, number } = words
  const { value, hidden, margin, source } = frozen
  if (pointer.kind === 'document') {
    const isWeb = /^https?:\/\//.test(pointer.address)
    return isWeb
      ? said('', { text: pointer.address, href: pointer.address })
      : said(messages.document(pointer.address))
  }
  if (pointer.kind === 'observations') {
    const name = OBSERVATION_NAMES[language][pointer.observed]
    return said(messages.observed(name, number(value ?? 0), day(pointer.from), day(pointer.to)))
  }
  if (pointer.kind === 'survey') {
    const range = margin === null ? '' : ` ± ${number(margin)}`
    return said(
      messages.survey(pointer.indicator, `${number(value ?? 0)}${range} %`, source ?? '', pointer.wave),
    )
  }
  const group = CATEGORY_GROUPS.find(({ code }) => code === pointer.group)![language]
  const count = hidden === null ? messages.about(number(value ?? 0)) : messages.hidden[hidden]
  return said(messages.released(group, messages.registers[pointer.register], pointer.period, count))
}
