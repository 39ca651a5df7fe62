import Negotiator from 'negotiator'

const CSV = 'text/csv'

/** Whether an `Accept` prefers CSV to the default media type; a wildcard does not. */
export function prefersCsv(accept: string | undefined, otherwise: string): boolean {
  return new Negotiator({ headers: { accept } }).mediaType([otherwise, CSV]) === CSV
}
