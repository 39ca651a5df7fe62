import type { PublicEntry } from './public-entry.ts'

/** Everything that anybody may read: exact names, no folders to walk through. */
export interface PublicTree {
  /** @param name below `/public/`, as it came: `releases/2026-Q1/areas.csv` */
  find(name: string): PublicLookUp
  /** Of a name that is `elsewhere`: reads it from the database. */
  read(name: string): Promise<PublicEntry | null>
  /** Every name that is in memory. */
  entries(): ReadonlyMap<string, PublicEntry>
  /** Takes over what has changed. Called at once after a publication, and time and again. */
  refresh(): Promise<void>
  /** Says whether first releases are being made, for `index.json`. */
  setPreparing(preparing: boolean): void
}

/** What a name below `/public/` stands for, as far as memory can tell. */
export type PublicLookUp =
  | { readonly kind: 'entry'; readonly entry: PublicEntry }
  | { readonly kind: 'gone' | 'absent' | 'elsewhere' }
