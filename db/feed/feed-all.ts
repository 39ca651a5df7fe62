import { feedColumns } from './feed-columns.ts'

/** Every live incident. One pass over the table: an index would only cost random reads. */
export const FEED_ALL_SQL = `COPY (
SELECT ${feedColumns('id')} FROM incident WHERE live
) TO STDOUT (FORMAT binary)`
