import type { UnitCut } from '../engine/units/unit-cut.ts'

/** Stored cuts. The latest one is loaded with the layers of a snapshot. */
export interface UnitCutRepository {
  /**
   * Stores a cut, unless the month has one already; a cut that discloses nothing may be followed by one that does.
   *
   * @param month the city's calendar month, as `2026-11`
   * @returns whether it was stored
   */
  add(cut: Omit<UnitCut, 'id' | 'purges'>, month: string): Promise<boolean>
}
