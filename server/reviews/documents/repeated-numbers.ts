import type { Evidence } from '../../checks/index.ts'
import type { FilledChecklist } from '../checklist/checklist.ts'
import type { Consultation, ReviewDecision, Weighing } from '../review.ts'

/** A number in an author's text that is an exact figure of the evidence. */
export interface RepeatedNumber {
  /**
   * Path of the field: `assessment`, `tradeOffs.noise`, `perspectives.child`, `checklist`, `conditions`, `note` (the grounds),
   * `outcome`.
   */
  readonly field: string
  /** The number as written. */
  readonly number: string
}

/** Digits, in threes or not, with a decimal comma or point; not a section of a law, nor part of a date or a number longer. */
const NUMBER =
  /(?<![\d§.,–-]|§\s)\d{1,3}(?:[\s\u00a0\u202f]\d{3})+(?![\d-])|(?<![\d§.,–-]|§\s)\d+(?:[.,]\d+)?(?![\d-])/gu
const YEAR = /^(?:19|20)\d\d$/

/**
 * The numbers in texts that equal counts or ratios of the evidence, which belong in the annex and not in the public
 * document.
 */
export function repeatedNumbers(
  texts: readonly (readonly [field: string, text: string])[],
  evidence: Pick<Evidence, 'counts' | 'cells'>,
): readonly RepeatedNumber[] {
  const known = internalNumbers(evidence)
  return texts.flatMap(([field, text]) =>
    [...new Set(text.match(NUMBER) ?? [])]
      .filter((number) => !YEAR.test(number) && known.has(valueOf(number)))
      .map((number) => ({ field, number })),
  )
}

/** Authors' texts that are filed in the public document, by field. */
export interface WrittenTexts {
  readonly title: string
  readonly weighing: Weighing
  readonly checklist: FilledChecklist | null
  readonly decision: Pick<ReviewDecision, 'note' | 'board'> | null
  readonly outcome: string | null
  readonly consultations: readonly Pick<Consultation, 'party'>[]
}

export function writtenTexts({
  title,
  weighing: { assessment, tradeOffs, perspectives, conditions },
  checklist,
  decision,
  outcome,
  consultations,
}: WrittenTexts): readonly (readonly [field: string, text: string])[] {
  const texts: readonly (readonly [field: string, text: string | null | undefined])[] = [
    ['title', title],
    ['assessment', assessment],
    ...Object.entries(tradeOffs).map(([key, { note }]) => [`tradeOffs.${key}`, note] as const),
    ...Object.entries(perspectives).map(([key, note]) => [`perspectives.${key}`, note] as const),
    ...Object.values(checklist?.responses ?? {}).map(({ text }) => ['checklist', text] as const),
    ...conditions.map((text) => ['conditions', text] as const),
    ...consultations.map(({ party }) => ['consultations', party] as const),
    ['note', decision?.note],
    ['board', decision?.board?.name],
    ['outcome', outcome],
  ]
  return texts.flatMap(([field, text]) => (text == null ? [] : [[field, text] as const]))
}

/** Counts, and ratios at the one or two decimals that a page shows them with; nothing that is zero or one. */
function internalNumbers({ counts, cells }: Pick<Evidence, 'counts' | 'cells'>): ReadonlySet<number> {
  const whole = [
    ...counts.flatMap(({ count, yearEarlier }) => [count, yearEarlier ?? 0]),
    ...cells.flatMap(({ count, sum }) => [count, sum]),
  ]
  const ratios = [...counts.map(({ ratio }) => ratio ?? 0), ...cells.map(({ ratio }) => ratio)]
  const rounded = ratios.flatMap((ratio) => [Number(ratio.toFixed(1)), Number(ratio.toFixed(2))])
  return new Set([...whole, ...rounded].filter((number) => number > 1))
}

function valueOf(number: string): number {
  return Number(number.replaceAll(/[\s\u00a0\u202f]/gu, '').replace(',', '.'))
}
