import type { EvidenceItem } from './evidence-calls.ts'
import { releasedText, surveyText } from './figure-text.ts'
import type { FigureTexts } from './messages.ts'
import { KIND_NAMES } from '../../server/observations/messages.ts'

/** What a piece of evidence points at, with the value that it had when it was attached. */
export function evidenceText({ pointer, frozen }: EvidenceItem, texts: FigureTexts): string {
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
  const kind = KIND_NAMES[language][pointer.observed]
  return messages.observed(formats.count(value ?? 0), kind, formats.shortDays(pointer.from, pointer.to))
}

/** The web address that a piece of evidence opens; null for one without. */
export function evidenceLink({ pointer }: EvidenceItem): string | null {
  return pointer.kind === 'document' && /^https?:\/\//.test(pointer.address) ? pointer.address : null
}
