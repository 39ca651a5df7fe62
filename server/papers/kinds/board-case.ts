import type { BoardCaseContent } from '../../board-cases/index.ts'
import type { WorkItem } from '../../work/index.ts'
import { consultationBlocks, reviewedBlocks } from '../consultations-text.ts'
import { attachedFiles, equalityEvidence } from '../evidence-text.ts'
import type { PaperMaterial } from '../material.ts'
import { missing, type Paper, type PaperBlock, said, type SectionKey, writtenLines } from '../paper.ts'
import { factsOf, type PaperWords, placeSource, section } from '../paper-words.ts'
import type { ReviewConsultation } from '../review-consultations.ts'
import { agreementBlocks, conclusionBlocks, measureTable } from './action-plan.ts'
import { causeBlocks, openProblems, problemBlocks } from './situation-picture.ts'

const DECIDED: readonly string[] = ['decided', 'ongoing', 'done']

/** A case, stored or about to be. */
export type CaseItem = Pick<WorkItem<BoardCaseContent>, 'areaId' | 'audience' | 'state' | 'dueOn' | 'content'>

interface CaseMaterial extends PaperMaterial {
  /** Those consulted in reviews at the area. */
  readonly reviewed: readonly ReviewConsultation[]
}

/**
 * A statement to a board, or the reply to a referral: under each heading what was written, then what is noted of the
 * area.
 */
export function boardCase(material: CaseMaterial, of: CaseItem, words: PaperWords): Paper {
  const { form, title, proposal, summary } = of.content
  return {
    kind: form,
    language: words.language,
    title: words.messages.titles[form](title),
    facts: [...caseFacts(of, words), ...factsOf(material, words)],
    sections: [
      section(words, 'proposal', textOf(proposal, 'proposal', words)),
      section(words, 'summary', textOf(summary, 'summary', words)),
      section(words, 'background', background(material, of, words)),
      section(words, 'preparation', preparation(material, words)),
      section(words, 'matter', matter(material, of, words)),
      section(words, 'views', views(material, of, words)),
      section(words, 'equality', equality(material, of, words)),
      section(words, 'attachments', attachments(material, of, words)),
    ],
  }
}

function caseFacts({ dueOn, state, content }: CaseItem, { messages, day }: PaperWords) {
  const { facts } = messages
  const { board, caseNumber, referredBy } = content
  const known: readonly (readonly [string, string | null])[] = [
    [facts.board, board],
    [facts.caseNumber, caseNumber],
    [facts.referredBy, referredBy],
    [facts.dueOn, dueOn === null ? null : day(dueOn)],
    [facts.state, state === 'filed' ? facts.filed : facts.draft],
  ]
  return known.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}

/** What was written under a heading; named as missing where nothing is. */
function textOf(text: string | null, key: SectionKey, { messages }: PaperWords): readonly PaperBlock[] {
  return text === null ? [missing(messages.needs.sectionText(messages.headings[key]))] : writtenLines(text)
}

function background(material: PaperMaterial, of: CaseItem, words: PaperWords): readonly PaperBlock[] {
  const { messages, day } = words
  const { referredBy, background: text } = of.content
  const agreed = agreementBlocks(material, words)
  return [
    ...textOf(text, 'background', words),
    ...(referredBy === null || of.dueOn === null ? [] : [said(messages.referred(referredBy, day(of.dueOn)))]),
    ...(agreed.length === 0 ? [] : [...agreed, placeSource(material, words)]),
  ]
}

function preparation(material: CaseMaterial, words: PaperWords): readonly PaperBlock[] {
  const consulted = [...consultationBlocks(material, words), ...reviewedBlocks(material.reviewed, words)]
  if (consulted.length === 0) return [missing(words.messages.needs.consultations)]
  return [...consulted, placeSource(material, words)]
}

function matter(material: PaperMaterial, { content }: CaseItem, words: PaperWords): readonly PaperBlock[] {
  const open = openProblems(material)
  const known = open.flatMap((problem) => [
    ...problemBlocks(material, problem, words),
    ...causeBlocks(material, problem, words),
  ])
  return [
    ...textOf(content.matter, 'matter', words),
    ...(open.length === 0
      ? [missing(words.messages.needs.problems)]
      : [...known, placeSource(material, words)]),
  ]
}

/** The views rest on what is decided: what is only proposed, or broken off, is no part of them. */
function views(material: PaperMaterial, { content }: CaseItem, words: PaperWords): readonly PaperBlock[] {
  const decided = material.measures.filter(({ state }) => DECIDED.includes(state))
  const table = measureTable(decided, words)
  return [
    ...textOf(content.views, 'views', words),
    ...(table.length === 0
      ? [missing(words.messages.needs.measures)]
      : [...table, placeSource(material, words)]),
  ]
}

function equality(material: PaperMaterial, { content }: CaseItem, words: PaperWords): readonly PaperBlock[] {
  const known = equalityEvidence(material, words)
  return [
    ...textOf(content.equality, 'equality', words),
    ...(known.length === 0 ? [] : [...known, placeSource(material, words)]),
  ]
}

function attachments(
  material: PaperMaterial,
  { content }: CaseItem,
  words: PaperWords,
): readonly PaperBlock[] {
  const concluded = conclusionBlocks(material, words)
  return [
    ...content.attachments.flatMap((line) => writtenLines(line)),
    ...attachedFiles(material, words),
    ...(concluded.length === 0
      ? []
      : [...concluded, said(words.messages.noCausation), placeSource(material, words)]),
  ]
}
