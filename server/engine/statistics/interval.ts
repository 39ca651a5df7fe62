/** A figure's exact 95 % interval. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** An interval that may have no upper bound: then `high` is null. */
export interface OpenInterval {
  readonly low: number
  readonly high: number | null
}
