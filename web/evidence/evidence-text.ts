import type { EvidenceItem } from './evidence-calls.ts'
import { reviewAddress } from '../app/route.ts'
import { cellsOf, cellsText, releasedText, surveyText } from './figure-text.ts'
import type { FigureTexts } from './messages.ts'
import { KIND_NAMES } from '../../server/observations/messages.ts'

/** What a piece of evidence points at, with the value that it had when it was attached. */
export function evidenceText(item: EvidenceItem, texts: FigureTexts): string {
  const { pointer, frozen } = item
  const { evidence: messages, formats, language } = texts.evidence
  const { value, hidden, margin, source } = frozen
  if (pointer.kind === 'document') return pointer.address
  if (pointer.kind === 'release') {
    const { kind: _, ...figure } = pointer
    return releasedText(
      { ...figure, count: hidden ?? value ?? 'withheld', publishedAt: frozen.version },
      texts,
    )
  }
  if (pointer.kind === 'survey') {
    const { kind: _, ...asked } = pointer
    const share = { percent: value ?? 0, marginPercent: margin, answers: null, source: source ?? '' }
    return surveyText({ ...asked, ...share }, texts)
  }
  if (pointer.kind === 'cells') return cellsItemText(item, pointer, texts)
  if (pointer.kind === 'finding') return findingText(item, String(pointer.reviewId), texts)
  const kind = KIND_NAMES[language][pointer.observed]
  return messages.observed(formats.count(value ?? 0), kind, formats.shortDays(pointer.from, pointer.to))
}

type CellsPointer = Extract<EvidenceItem['pointer'], { readonly kind: 'cells' }>

/** The count of cells, or for whom it is not shown. */
function cellsItemText(
  { frozen, withheld }: EvidenceItem,
  pointer: CellsPointer,
  texts: FigureTexts,
): string {
  const { evidence: messages } = texts.evidence
  const { value, counted } = frozen
  const set = cellsOf(pointer, texts)
  if (withheld.length > 0) return messages.cellsClosed(...set, withheld.join(', '))
  if (value === null || counted === undefined) return messages.cellsWithheld(...set)
  const { group, from, to } = pointer
  return cellsText({ group, from, to, count: value, ...counted }, texts)
}

/** A finding in the words of its review, or that it is closed or gone. */
function findingText({ finding, exists }: EvidenceItem, review: string, texts: FigureTexts): string {
  const { evidence: messages, language } = texts.evidence
  if (finding !== null) return `${messages.reviewed(review, finding.title)}: ${finding.words[language]}`
  return exists ? messages.findingClosed(review) : messages.findingWas(review)
}

/** What is told of a piece of evidence that is no longer there. */
export function goneText({ pointer: { kind } }: EvidenceItem, { evidence }: FigureTexts): string {
  const { evidence: messages } = evidence
  if (kind === 'cells') return messages.cellsGone
  return kind === 'finding' ? messages.findingGone : messages.gone
}

/** The web address that a piece of evidence opens; null for one without, and for a review that is closed. */
export function evidenceLink({ pointer, finding }: EvidenceItem, language: string): string | null {
  if (pointer.kind === 'finding') return finding === null ? null : reviewAddress(pointer.reviewId, language)
  return pointer.kind === 'document' && /^https?:\/\//.test(pointer.address) ? pointer.address : null
}
