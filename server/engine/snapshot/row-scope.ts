import type { IncidentColumns } from './incident-columns.ts'

/** Which incidents may count at all; a plain value, so that it can be sent to a worker. */
export interface RowScope {
  /** Bits by precision code. */
  readonly precisionMask: number
  /** Bits of FLAGS of which none may be set. */
  readonly excludedFlags: number
  /** Bits by category index. */
  readonly excludedCategories: number
  /** 1 where incidents of the source index are left out; null = none are. */
  readonly excludedSources: Uint8Array | null
}

/** All rows of some precisions. */
export function everyRow(precisionMask: number): RowScope {
  return { precisionMask, excludedFlags: 0, excludedCategories: 0, excludedSources: null }
}

/** Whether a row counts. Does not check for dead rows. */
export function inScope(scope: RowScope, columns: IncidentColumns, row: number): boolean {
  return (
    ((scope.precisionMask >>> (columns.place[row]! & 15)) & 1) === 1 &&
    (columns.flags[row]! & scope.excludedFlags) === 0 &&
    ((scope.excludedCategories >>> columns.category[row]!) & 1) === 0 &&
    (scope.excludedSources === null || scope.excludedSources[columns.source[row]!] === 0)
  )
}
