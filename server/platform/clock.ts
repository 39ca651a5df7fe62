/** Time is an input: milliseconds since 1970, as `Date.now` gives them. */
export interface Clock {
  nowMs(): number
}
