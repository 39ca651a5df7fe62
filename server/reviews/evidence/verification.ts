/** How much of the data and method of stored evidence is still available. */
export type Basis =
  /** Data and method are complete. */
  | 'whole'
  /** The purge has erased states since; the counted incidents may still exist. */
  | 'erased'
  /** Data are missing or changed, though no purge has erased any since. */
  | 'altered'
  /** Computed by an earlier version of the method, whose figures may differ. */
  | 'other-method'
  /** The database was restored since, so the stored position does not apply to its history. */
  | 'restored'
  /** The evidence itself is erased, past its retention. */
  | 'evidence-erased'

/** Result of a verification. */
export interface Verification {
  readonly reviewId: number
  readonly agrees: boolean
  /** Every figure is the same; when `agrees` is false, only wording of findings or the version differs. */
  readonly figuresAgree: boolean
  readonly basis: Basis
  /** The stored bytes still have the stored hash; null where they are erased. */
  readonly storedIntact: boolean | null
  /** The stored bytes and the salt still have the hash that the public document shows; null before the lock, or erased. */
  readonly sealIntact: boolean | null
  /** The data as of the review could be rebuilt and has its version. */
  readonly versionRebuilt: boolean
  readonly storedSha256: string | null
  readonly recomputedSha256: string | null
  /** Parts of the stored evidence that differ. */
  readonly differences: readonly string[]
}

/** Whether evidence has no contradiction but can no longer be recomputed exactly. */
export function isBeyondComputing({ basis, figuresAgree, storedIntact, sealIntact }: Verification): boolean {
  const isExplained = basis !== 'whole' && basis !== 'altered'
  return isExplained && !figuresAgree && storedIntact !== false && sealIntact !== false
}

/** The verification of a review whose evidence was erased. */
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
