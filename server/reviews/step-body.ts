import { z } from 'zod'
import { DECISIONS } from './documents/document-stages.ts'
import { boardDecision } from '../platform/http/fields/board-decision.ts'
import { optionalText, textField } from '../platform/http/fields/text-fields.ts'
import { REVIEW_STATES } from './review.ts'

const oneOf = (values: readonly string[]) => `one of ${values.join(', ')}`

/** Default provision on secrecy. */
const STATUTE = 'OSL 5 kap. 5 §'

const annexClaim = z
  .strictObject({ statute: textField(200).default(STATUTE), authority: textField(200) })
  .meta({ id: 'AnnexClaim' })

/** Fields that only some steps take. */
const STEPS_WITH = {
  decision: ['decided'],
  board: ['decided'],
  caseNumber: ['evidence_locked', 'decided'],
  annex: ['evidence_locked'],
} as const

/** The body of a review's step. */
export const stepBody = z
  .strictObject({
    to: z.enum(REVIEW_STATES, oneOf(REVIEW_STATES)),
    decision: z
      .enum(DECISIONS, oneOf(DECISIONS))
      .nullable()
      .default(null)
      .meta({ description: 'Needed by the step to decided, and taken by no other.' }),
    note: optionalText(2000),
    board: boardDecision
      .nullable()
      .default(null)
      .meta({ description: 'Where a board decided: its minutes. Then nobody else has to publish.' }),
    annex: annexClaim.nullable().default(null).meta({
      description:
        'What the secret annex is marked with: the statute claimed and the authority that claims it. Needed by the step to evidence_locked.',
    }),
    caseNumber: optionalText(100).meta({
      description:
        'Of the city’s register (dnr): needed by the step to evidence_locked, and by the one to decided where the review was locked without.',
    }),
  })
  .check(({ value, issues }) => {
    for (const [field, steps] of Object.entries(STEPS_WITH)) {
      const given = value[field as keyof typeof STEPS_WITH]
      if (given === null || steps.some((step) => step === value.to)) continue
      const message = `is taken by the step to ${steps.join(' or ')} alone`
      issues.push({ code: 'custom', path: [field], message, input: given })
    }
  })
