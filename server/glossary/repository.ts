import type { EntryVersion } from './entry.ts'

/** The versions of entries that the city wrote. */
export interface GlossaryRepository {
  /** The last version of each entry that has any. */
  latest(): Promise<readonly EntryVersion[]>
  /** The versions of one entry, the first one first. */
  versions(key: string): Promise<readonly EntryVersion[]>
  /** @throws DomainError `precondition-failed` where the entry has that version already */
  append(version: EntryVersion & { readonly changed: NonNullable<EntryVersion['changed']> }): Promise<void>
}
