import type { PaperMaterial } from './material.ts'
import { missing, type PaperBlock, said, written, writtenLines } from './paper.ts'
import type { PaperWords } from './paper-words.ts'
import type { ReviewConsultation } from './review-consultations.ts'

/** Who was consulted on which day, what was said and what came of it; nothing where nobody was. */
export function consultationBlocks(
  { consultations }: Pick<PaperMaterial, 'consultations'>,
  { messages, day }: PaperWords,
): readonly PaperBlock[] {
  return consultations
    .toSorted((a, b) => a.content.heldOn.localeCompare(b.content.heldOn))
    .flatMap(({ content: { who, heldOn, said, outcome } }) => [
      written(messages.consulted(who, day(heldOn))),
      ...writtenLines(said),
      outcome === null
        ? missing(messages.needs.consultationOutcome(who, day(heldOn)))
        : written(messages.cameOfIt(outcome)),
    ])
}

/** Who was consulted in which review, what they said, and whether the review is decided. */
export function reviewedBlocks(
  consulted: readonly ReviewConsultation[],
  { messages, day }: PaperWords,
): readonly PaperBlock[] {
  return consulted
    .toSorted((a, b) => a.askedOn.localeCompare(b.askedOn))
    .flatMap(({ title, party, askedOn, answeredOn, summary, isDecided }) => [
      written(messages.consultedInReview(party, day(askedOn), title)),
      ...(summary === null ? [] : writtenLines(summary)),
      ...(answeredOn === null ? [missing(messages.needs.reply(party))] : []),
      said(isDecided ? messages.reviewDecided : messages.reviewOpen),
    ])
}
