/** A link by which a consulted party responds once, without an account. */
export interface ConsultationLink {
  readonly id: number
  readonly reviewId: number
  /** Of the consultation in the review's log. */
  readonly number: number
  /** What the party is asked. */
  readonly question: string
  /** The last day, by the city's calendar, `yyyy-mm-dd`. */
  readonly lastDay: string
  readonly made: { readonly at: string; readonly by: string; readonly name: string | null }
  readonly revokedAt: string | null
}

/**
 * `open` takes a response; `used` once the party has responded, by the link or to the staff; `closed` once the review
 * takes no responses.
 */
export const LINK_STATES = ['open', 'used', 'revoked', 'expired', 'closed'] as const
export type LinkState = (typeof LINK_STATES)[number]
