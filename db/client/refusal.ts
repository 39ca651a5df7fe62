import { type DomainError, invalidField } from '../../server/engine/errors.ts'
import type { Texts } from '../../server/engine/texts.ts'
import { DRAWN_MESSAGES } from '../../server/engine/geometry/outline-messages.ts'

interface ServerError extends Error {
  readonly code: string
  readonly constraint?: string
  readonly column?: string
  readonly detail?: string
}

/** SQLSTATEs of values that a column's type cannot hold. */
const BAD_VALUE_STATES = new Set(['22003', '22007', '22008', '22023', '22P02', '22021'])

/**
 * Runs a write; maps a violated constraint to a refusal: `conflict` for a row that exists or is still in use,
 * `invalid-geometry` and `unprocessable` for the rest, with the field where it is known.
 */
export async function refusing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    throw explainRefusal(error)
  }
}

function explainRefusal(error: unknown): unknown {
  if (!isServerError(error)) return error
  const field = keyFieldOf(error) ?? error.column ?? error.constraint ?? 'row'
  if (error.code === '23505')
    return refused('conflict', field, { sv: 'Det finns redan.', en: 'It is there already.' }, error)
  if (error.code === '23503')
    return refused(
      'conflict',
      field,
      {
        sv: 'Det används, eller så finns inte det som det pekar på.',
        en: 'It is in use, or what it names is not there.',
      },
      error,
    )
  if (error.code === '23514' && field.includes('geom')) {
    return invalidField('invalid-geometry', { field: 'geometry', rule: DRAWN_MESSAGES.invalid, cause: error })
  }
  if (error.code.startsWith('23') || BAD_VALUE_STATES.has(error.code)) {
    return refused(
      'unprocessable',
      field,
      {
        sv: 'Databasen tar inte emot värdet.',
        en: 'The database does not take this value.',
      },
      error,
    )
  }
  return error
}

/**
 * The last column of the violated key, in the API's spelling: `Key (source_ordinal, external_id)=(1, a) …` gives
 * `externalId`. Drops the value and the message, which is in the server's language.
 */
function keyFieldOf({ detail }: ServerError): string | null {
  const columns = /\(([a-z_, ()]+)\)=\(/.exec(detail ?? '')?.[1]
  const last = columns
    ?.split(', ')
    .at(-1)!
    .replace(/^lower\(|\)$/g, '')
  return last?.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()) ?? null
}

function isServerError(error: unknown): error is ServerError {
  return (
    error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.length === 5
  )
}

function refused(
  code: 'conflict' | 'unprocessable',
  field: string,
  rule: Texts,
  cause: ServerError,
): DomainError {
  return invalidField(code, { field, rule, cause })
}
