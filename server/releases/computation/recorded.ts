/** Fewer incidents than this in all its time, and a register is taken not to record a group. */
const MIN_RECORDED = 50

/** Whether a register records a kind of incident at all, by how many it has of all times and places. */
export function isRecorded(incidents: number): boolean {
  return incidents >= MIN_RECORDED
}
