import { z } from 'zod'
import { ROLES } from '../platform/access/audience.ts'
import { textField, wholeNumber } from '../platform/http/fields/text-fields.ts'
import type { Source } from '../engine/snapshot/source.ts'
import { REGISTERS } from '../engine/disclosure/registers.ts'

const MAX_NAME_LENGTH = 200
const DATE_RULE = 'is a date, for example 2026-03-01'
/** Of any year from 1 on: some write 9999-12-31 for no end. */
const isoDate = z.iso.date({ error: DATE_RULE, abort: true }).refine((day) => day >= '0001', DATE_RULE)

/** What a source must say of itself before its first row is taken. */
export const sourceDeclarationSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9._-]{0,62}$/, {
      error: 'is 1 to 63 of a–z, 0–9, dot, hyphen, underscore, and begins with a letter or digit',
    }),
    title: textField(MAX_NAME_LENGTH).optional(),
    register: z.enum(REGISTERS, `is one of ${REGISTERS.join(', ')}`).default('other'),
    controller: textField(MAX_NAME_LENGTH),
    legalBasis: textField(1000),
    agreement: textField(MAX_NAME_LENGTH).nullable().default(null),
    purpose: textField(1000),
    audiences: z.array(z.enum(ROLES)).min(1).default(['planner', 'coordinator', 'analyst']),
    retentionDays: wholeNumber(1, 36_500).nullable().default(null),
    coversFrom: isoDate.nullable().default(null),
    coversTo: isoDate.nullable().default(null),
    coversAreaId: wholeNumber(1, 2 ** 31 - 1)
      .nullable()
      .default(null),
  })
  .refine(({ coversFrom, coversTo }) => coversFrom === null || coversTo === null || coversFrom <= coversTo, {
    path: ['coversTo'],
    error: 'must not be before coversFrom',
  })

export type SourceDeclaration = z.output<typeof sourceDeclarationSchema>

/** A declared source as the database keeps it; without a title its id stands for one. */
export function declaredSource(declaration: SourceDeclaration): Source {
  return { ...declaration, title: declaration.title ?? declaration.id }
}
