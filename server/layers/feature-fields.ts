import { z } from 'zod'
import { dateField } from '../platform/http/fields/text-fields.ts'

/** What is taken and ignored, as it was read. */
export const ignored = z.unknown().optional().meta({ description: 'Taken and ignored, as it was read.' })

/** Properties as sent: a revision is taken and ignored, so that what was read can be sent again. */
export const sent = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject({ ...shape, revision: ignored })

/** Properties as they are kept. */
export const withoutRevision = <T extends { revision?: unknown }>(given: T): Omit<T, 'revision'> => {
  const properties = { ...given }
  delete properties.revision
  return properties
}

/** Properties as answered. */
export const answered = <S extends z.core.$ZodLooseShape>(shape: S) =>
  z.strictObject({ ...shape, revision: z.int() })

/** A day, or none. */
export const optionalDate = dateField.nullable().default(null)
/** Whether a validity ends no earlier than it begins. */
export const inOrder = (from: string | null, to: string | null) => from === null || to === null || from <= to
