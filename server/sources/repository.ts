import type { Source } from '../engine/snapshot/source.ts'

export interface SourceRepository {
  find(id: string): Promise<Source | null>
  list(): Promise<readonly Source[]>
  /** The organisations that a source may name. */
  organisations(): Promise<readonly { readonly id: number; readonly name: string }[]>
  /** Inserts or replaces the description of a source. */
  save(source: Source): Promise<void>
  /**
   * Replaces a description, unless what is stored is refused: nobody changes it in between.
   *
   * @param requireSame throws for a description that must not be replaced
   * @throws DomainError `not-found`
   */
  replace(source: Source, requireSame: (stored: Source) => void): Promise<void>
}
