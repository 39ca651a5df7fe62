/** Incidents on their way from the database to the snapshot: plain columns, in no order. */
export interface IncidentBatch {
  readonly length: number
  readonly id: Uint32Array
  readonly revision: Uint32Array
  /** 1 = live, 0 = retracted or undone. */
  readonly live: Uint8Array
  readonly xCm: Int32Array
  readonly yCm: Int32Array
  readonly fromMinute: Int32Array
  readonly toMinute: Int32Array
  readonly category: Uint8Array
  readonly flags: Uint8Array
  readonly place: Uint8Array
  /** Index into `sources` of the feed, by `source.ordinal` of the database. */
  readonly source: Uint16Array
  readonly weight: Uint32Array
  readonly hashLow: Uint32Array
  readonly hashHigh: Uint32Array
}

/** Position of a reader in the feed. Opaque outside the feed. */
export interface FeedPosition {
  readonly epoch: string
  /** `pg_snapshot_xmin` of the last poll, decimal. */
  readonly xmin: string
  /** Transactions ≥ xmin whose changes were already delivered, decimal. */
  readonly seen: readonly string[]
  /** `pg_current_snapshot()` of the last poll: what this position can see, for recomputing later. */
  readonly visible: string
}
