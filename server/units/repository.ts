import type { UnitCut } from '../engine/units/unit-cut.ts'

/** The cuts that were made. The latest comes with the layers of a snapshot. */
export interface UnitCutRepository {
  /**
   * Keeps a cut, unless that month has one already.
   *
   * @param month the city's calendar month, as `2026-11`
   * @returns whether it was kept
   */
  add(cut: Omit<UnitCut, 'id' | 'purges'>, month: string): Promise<boolean>
}
