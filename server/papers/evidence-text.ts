import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import type { EvidenceContent } from '../evidence/index.ts'
import { OBSERVATION_NAMES } from '../observations/index.ts'
import { RESPONDENT_GROUPS, SURVEY_INDICATORS } from '../surveys/index.ts'
import type { PaperMaterial } from './material.ts'
import { type PaperBlock, said, written } from './paper.ts'
import type { PaperWords } from './paper-words.ts'

/** What is attached to an item as evidence, a line each with the value that it had then. */
export function attachedTo(
  { evidence }: Pick<PaperMaterial, 'evidence'>,
  itemId: number,
  words: PaperWords,
): readonly PaperBlock[] {
  return attachedOf(evidence)
    .filter(({ partOf }) => partOf === itemId)
    .flatMap(({ content }) => blocksOf(content, words))
}

/** Surveys that tell women and men apart, and what problems say from that perspective. */
export function equalityEvidence(
  { evidence, problems }: Pick<PaperMaterial, 'evidence' | 'problems'>,
  words: PaperWords,
): readonly PaperBlock[] {
  const perspectives = problems.flatMap(({ state, content: { title, perspectives: { gender } = {} } }) =>
    state === 'open' && gender !== undefined ? [written(`${title}: ${gender}`)] : [],
  )
  return [
    ...attachedOf(evidence).flatMap(({ content }) => (isByGender(content) ? blocksOf(content, words) : [])),
    ...perspectives,
  ]
}

/** The documents that evidence points at, each once. */
export function attachedFiles(
  { evidence }: Pick<PaperMaterial, 'evidence'>,
  words: PaperWords,
): readonly PaperBlock[] {
  const files = new Map(
    attachedOf(evidence).flatMap(({ content }) =>
      content.pointer.kind === 'document' ? [[content.pointer.address, content] as const] : [],
    ),
  )
  return [...files.values()].flatMap((content) => blocksOf(content, words))
}

const GENDERS: readonly string[] = ['women', 'men']
const isByGender = ({ pointer }: EvidenceContent) =>
  pointer.kind === 'survey' && GENDERS.includes(pointer.group)

function attachedOf(evidence: PaperMaterial['evidence']): PaperMaterial['evidence'] {
  return evidence.filter(({ state }) => state === 'attached')
}

function blocksOf(content: EvidenceContent, words: PaperWords): readonly PaperBlock[] {
  return [evidenceBlock(content, words), ...(content.text === null ? [] : [written(content.text)])]
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
    const group = RESPONDENT_GROUPS[pointer.group]?.[language] ?? pointer.group
    const indicator = SURVEY_INDICATORS[pointer.indicator]?.[language] ?? pointer.indicator
    const share = `${number(value ?? 0)}${range} %`
    return said(messages.survey(group, share, indicator, source ?? '', pointer.wave))
  }
  if (pointer.kind === 'finding') return said(messages.finding(String(pointer.reviewId)))
  const group = CATEGORY_GROUPS.find(({ code }) => code === pointer.group)![language]
  if (pointer.kind === 'cells') return said(messages.cells(group, day(pointer.from), day(pointer.to)))
  const count = hidden === null ? messages.about(number(value ?? 0)) : messages.hidden[hidden]
  return said(messages.released(group, messages.registers[pointer.register], pointer.period, count))
}
