/** What is left of what an evidence was computed from, and by. */
export type Basis =
  /** All of it. */
  | 'whole'
  /** The purge has taken states since; what it counted may still be there. */
  | 'erased'
  /** Something is missing or other than it was, and no purge has taken anything since. */
  | 'altered'
  /** Computed by an earlier version of the method, whose figures may be others. */
  | 'other-method'
  /** The database was restored since: its history cannot be told by the marks of the former one. */
  | 'restored'
  /** The evidence itself is erased, its time being over. */
  | 'evidence-erased'

/** What a verification found. */
export interface Verification {
  readonly reviewId: number
  readonly agrees: boolean
  /** Every figure came out the same; when `agrees` is false, only words of findings or the version are others since. */
  readonly figuresAgree: boolean
  readonly basis: Basis
  /** The stored bytes still have the stored hash; null where they are erased. */
  readonly storedIntact: boolean | null
  /** The stored bytes and the salt still have the hash that the handling shows; null before the lock, or erased. */
  readonly sealIntact: boolean | null
  /** The data as of the review could be rebuilt and has its version. */
  readonly versionRebuilt: boolean
  readonly storedSha256: string | null
  readonly recomputedSha256: string | null
  /** Parts of the stored evidence that came out otherwise. */
  readonly differences: readonly string[]
}

/** Whether nothing speaks against an evidence, but it can no longer be computed again as it was. */
export function isBeyondComputing({ basis, figuresAgree, storedIntact, sealIntact }: Verification): boolean {
  const isExplained = basis !== 'whole' && basis !== 'altered'
  return isExplained && !figuresAgree && storedIntact !== false && sealIntact !== false
}

/** Of a review whose evidence was erased. */
export function verificationOfErased(reviewId: number): Verification {
  return {
    reviewId,
    agrees: false,
    figuresAgree: false,
    basis: 'evidence-erased',
    storedIntact: null,
    sealIntact: null,
    versionRebuilt: false,
    storedSha256: null,
    recomputedSha256: null,
    differences: [],
  }
}
