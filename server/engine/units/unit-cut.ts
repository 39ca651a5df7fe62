/**
 * The cut: the moment as of which figures are disclosed to planners and coordinators. Made at most once a calendar
 * month, so that changes in between alter none of their figures and disclose no date of entry.
 */
export interface UnitCut {
  readonly id: number
  readonly madeAtMs: number
  /** Feed epoch of the database that it was made in. */
  readonly epoch: string
  /** Visible transactions: the text of a `pg_snapshot`. */
  readonly visible: string
  /** Snapshot version at the cut. */
  readonly version: string
  /** Whether anything was disclosed to planners or coordinators. */
  readonly discloses: boolean
  /** How often rows were erased since. */
  readonly purges: number
}
