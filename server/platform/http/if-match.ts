import { DomainError } from '../../engine/errors.ts'
import type { Endpoint } from './endpoint.ts'

/** A revision as an entity tag. */
export function revisionTag(revision: number): string {
  return `"${revision}"`
}

/**
 * The revision that `If-Match` names; null when none is given and none is needed, or when it is `*`.
 *
 * @throws DomainError `precondition-required` when it is missing, `precondition-failed` when it is no revision
 */
export function revisionOf(header: string | undefined, need: Endpoint['ifMatch']): number | null {
  if (need === 'none') return null
  if (header === undefined) {
    if (need === 'optional') return null
    throw new DomainError(
      'precondition-required',
      'If-Match: must name the revision that is changed, as ETag gave it',
    )
  }
  if (header.trim() === '*' && need === 'optional') return null
  const revision = /^"(\d{1,9})"$/.exec(header.trim())?.[1]
  if (revision === undefined)
    throw new DomainError(
      'precondition-failed',
      'If-Match: is not the revision that is stored; read it again',
    )
  return Number(revision)
}
