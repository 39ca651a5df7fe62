import { z } from 'zod'
import { dateField, textField, wholeNumber } from './text-fields.ts'

/** The minutes in which a board decided: the board, the day, and the number of the paragraph. */
export const boardDecision = z
  .strictObject({ name: textField(200), decidedOn: dateField, section: wholeNumber(1, 9999) })
  .meta({ id: 'BoardDecision' })
export type BoardDecision = Readonly<z.output<typeof boardDecision>>
