/** A line of the letter: what, where, whose, by when. */
export interface DigestLine {
  readonly what: string
  readonly about: readonly string[]
}

/** What a week's letter says. */
export interface Digest {
  readonly late: readonly DigestLine[]
  readonly waiting: readonly DigestLine[]
  readonly changed: readonly DigestLine[]
}
