import pg from 'pg'

const INT8 = 20
const DATE = 1082

/**
 * How values come out of both databases: int8 as bigint, date as its ISO text, everything else as pg gives it
 * (timestamptz as Date, bytea as Buffer, json parsed, numeric and xid8 as text).
 */
export const PG_TYPES: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === INT8) return BigInt
    if (oid === DATE) return (text: string) => text
    return pg.types.getTypeParser(oid, format)
  },
}
