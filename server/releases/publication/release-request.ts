import { REQUEST_PATTERN, REQUEST_RULE } from '../contract.ts'
import { invalidParameter } from '../../engine/errors.ts'
import type { ReleasePeriod } from '../release.ts'

/**
 * A release to prepare: a public period, the due releases of all places, or one place in the four weeks from a
 * Monday.
 */
export type ReleaseRequest =
  | { readonly kind: 'public'; readonly period: ReleasePeriod }
  | { readonly kind: 'places' }
  | { readonly kind: 'place'; readonly placeId: number; readonly from: string }

/** @throws DomainError `invalid-parameter` when the text names no release */
export function parseReleaseRequest(text: string): ReleaseRequest {
  if (!REQUEST_PATTERN.test(text)) throw invalidParameter('period', text, REQUEST_RULE)
  if (text === 'places') return { kind: 'places' }
  const [word, placeId, from] = text.split('/')
  if (word === 'place') return { kind: 'place', placeId: Number(placeId), from: from! }
  return { kind: 'public', period: text as ReleasePeriod }
}
