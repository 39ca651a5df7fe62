import type { Source } from '../engine/snapshot/source.ts'

export interface SourceRepository {
  find(id: string): Promise<Source | null>
  list(): Promise<readonly Source[]>
  /** Inserts or replaces the description of a source. */
  save(source: Source): Promise<void>
}
