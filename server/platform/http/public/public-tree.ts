import type { PublicEntry } from './public-entry.ts'

/** The public files, by exact name. */
export interface PublicTree {
  /** @param name below `/public/`, as it came: `releases/2026-Q1/areas.csv` */
  find(name: string): PublicLookUp
  /** Reads a file whose look-up gave `elsewhere` from the database. */
  read(name: string): Promise<PublicEntry | null>
  /** Every name that is in memory. */
  entries(): ReadonlyMap<string, PublicEntry>
  /** Reloads what has changed. Called after each publication, and periodically. */
  refresh(): Promise<void>
  /** Says whether first releases are being made, for `index.json`. */
  setPreparing(preparing: boolean): void
}

/** What memory holds of a name below `/public/`. */
export type PublicLookUp =
  | { readonly kind: 'entry'; readonly entry: PublicEntry }
  | { readonly kind: 'gone' | 'absent' | 'elsewhere' }
