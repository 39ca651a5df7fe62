/**
 * The moment as of which planners and coordinators are told of incidents: made at most once a calendar month, so that what
 * comes in between, corrected or retracted, moves none of their figures and dates no entry.
 */
export interface UnitCut {
  readonly id: number
  readonly madeAtMs: number
  /** Feed epoch of the database that it was made in. */
  readonly epoch: string
  /** What was visible: the text of a `pg_snapshot`. */
  readonly visible: string
  /** Snapshot version at the cut. */
  readonly version: string
  /** How often rows were erased since. */
  readonly purges: number
}
