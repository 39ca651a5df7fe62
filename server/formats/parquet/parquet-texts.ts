import type { SchemaElement } from 'hyparquet'

/** A date stays a date: as an instant it would be midnight in Greenwich. */
export const PARSERS = {
  dateFromDays: (days: number) => new Date(days * 86_400_000).toISOString().slice(0, 10),
}

/**
 * What stands in a column, as a file of texts would say it: whole numbers without a point, times in ISO 8601 (without an
 * offset where the file calls them local), blank for none.
 */
export function createTextOf({ logical_type: type }: SchemaElement): (value: unknown) => string {
  const isLocal = type?.type === 'TIMESTAMP' && !type.isAdjustedToUTC
  return (value) => {
    if (typeof value === 'string') return value
    if (value === null || value === undefined) return ''
    if (value instanceof Date) return isLocal ? value.toISOString().slice(0, -1) : value.toISOString()
    return typeof value === 'object' ? JSON.stringify(value) : `${value as number | bigint | boolean}`
  }
}
