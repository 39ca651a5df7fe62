/** What a time text says before it is placed on the time axis. */
export interface CivilTime {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Null for a bare date: the whole local day is meant. */
  readonly hour: number | null
  readonly minute: number
  readonly second: number
  /** Minutes ahead of UTC; null = the clock on the local wall. */
  readonly offsetMinutes: number | null
}

/** Minutes ahead of UTC of `Z`, `+01`, `+0100` or `+01:00`. */
export function readOffset(text: string): number {
  if (text === 'Z' || text === 'z') return 0
  const hours = Number(text.slice(1, 3))
  const minutes = text.length > 3 ? Number(text.slice(-2)) : 0
  return (text.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
