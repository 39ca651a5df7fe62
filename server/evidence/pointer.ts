import { z } from 'zod'
import { REGISTERS } from '../engine/disclosure/registers.ts'
import { CATEGORY_GROUPS } from '../engine/snapshot/categories.ts'
import { OBSERVATION_KINDS } from '../observations/index.ts'
import { dateField, textField, wholeNumber } from '../platform/http/fields/text-fields.ts'

const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, `one of ${values.join(', ')}`)
const name = textField(200)

/** What a piece of evidence points at, by kind and ids; never a text of an observation, never a single incident. */
export const pointerField = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('release'),
    series: name.meta({ description: 'The series of a place, or the key of a released area.' }),
    register: oneOf(REGISTERS),
    group: z.enum(CATEGORY_GROUPS.map(({ code }) => code)),
    period: name.meta({ description: 'The Monday of four weeks, `2026-Q1` or `2025`.' }),
  }),
  z.strictObject({
    kind: z.literal('survey'),
    indicator: name,
    wave: name,
    group: name.meta({ description: 'Which respondents.' }),
  }),
  z.strictObject({
    kind: z.literal('observations'),
    observed: oneOf(OBSERVATION_KINDS),
    from: dateField.meta({ description: 'A Monday.' }),
    to: dateField.meta({ description: 'A Sunday.' }),
  }),
  z.strictObject({
    kind: z.literal('document'),
    address: textField(500).meta({ description: 'A web address, or a case number.' }),
  }),
  z.strictObject({
    kind: z.literal('cells'),
    group: z.enum(CATEGORY_GROUPS.map(({ code }) => code)),
    from: dateField.meta({ description: 'First day of a month; of violence and threats, of a quarter.' }),
    to: dateField.meta({ description: 'Last day of a month; of violence and threats, of a quarter.' }),
  }),
  z.strictObject({
    kind: z.literal('finding'),
    reviewId: wholeNumber(1, 2 ** 31 - 1),
    finding: name.meta({ description: 'Its id in the evidence of the review.' }),
  }),
])
export type Pointer = z.output<typeof pointerField>

/** What only staff may point at, because its figures are of incidents that are not released. */
export type StaffPointer = Extract<Pointer, { readonly kind: 'cells' | 'finding' }>

export function isForStaff(pointer: Pointer): pointer is StaffPointer {
  return pointer.kind === 'cells' || pointer.kind === 'finding'
}

/** What it showed when it was attached. */
export const frozenField = z
  .strictObject({
    value: z.number().nullable(),
    hidden: z.enum(['few', 'not-covered', 'withheld']).nullable(),
    margin: z.number().nullable(),
    source: z.string().nullable(),
    version: z
      .string()
      .meta({ description: 'Of what the value is: when it was published, counted or written.' }),
    counted: z
      .strictObject({
        cells: z.int().meta({ description: 'How many cells of 50 m.' }),
        sources: z.array(z.string()),
        leftOut: z
          .array(z.string())
          .meta({ description: 'Titles of sources that were not open to be counted.' }),
        outline: z.string().meta({ description: 'SHA-256 of the outline whose cells they are.' }),
      })
      .optional()
      .meta({ description: 'Of a set of cells alone, for those who may read its value.' }),
  })
  .meta({ id: 'FrozenEvidence' })
export type Frozen = z.output<typeof frozenField>
