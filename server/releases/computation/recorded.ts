/** A register with fewer incidents of a group than this, over all time, does not record it. */
const MIN_RECORDED = 50

/** Whether a register records a kind of incident at all, by its total. */
export function isRecorded(incidents: number): boolean {
  return incidents >= MIN_RECORDED
}
