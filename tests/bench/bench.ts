/** What a benchmark is given. */
export interface BenchContext {
  /** Numbers of incidents, ascending. */
  readonly sizes: readonly number[]
  /** PostGIS to hold the SQL peers; null leaves them out and says so. */
  readonly databaseUrl: string | null
  readonly seed: number
  readonly log: (line: string) => void
}

/** One comparison, measured side by side in one run. */
export interface BenchRow {
  readonly work: string
  /** Incidents, or null where the number does not matter. */
  readonly size: number | null
  /** Ours and the peer's figure with unit, for reading: `24 ms`, `41 000 req/s`. */
  readonly ours: string
  readonly peer: string
  readonly peerName: string
  /** How many times better than the peer, > 1 is better; null when there is no peer. */
  readonly ratio: number | null
  /** The required ratio; null when the row is reported only. */
  readonly target: number | null
  /** For rows without a ratio: whether the figure meets its bound. */
  readonly met?: boolean
  readonly note?: string
}

export interface Bench {
  readonly name: string
  run(context: BenchContext): Promise<readonly BenchRow[]>
}

/** Median of some timings. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** The q-quantile (nearest rank) of some timings. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(q * sorted.length) - 1)]!
}

/** Runs something `warmUp` times unmeasured, then `times` times; milliseconds of each run. */
export async function timed(
  times: number,
  run: (k: number) => unknown,
  warmUp = Math.min(3, times),
): Promise<readonly number[]> {
  for (let k = 0; k < warmUp; k++) await run(k)
  const durations: number[] = []
  for (let k = 0; k < times; k++) {
    const start = performance.now()
    await run(k)
    durations.push(performance.now() - start)
  }
  return durations
}
