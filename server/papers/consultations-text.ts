import type { PaperMaterial } from './material.ts'
import { missing, type PaperBlock, written, writtenLines } from './paper.ts'
import type { PaperWords } from './paper-words.ts'

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
