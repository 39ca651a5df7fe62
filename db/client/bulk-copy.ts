import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { Client } from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { connectorOf } from './dialect.ts'
import type { Executor } from './handle.ts'

/** Target of a COPY. */
export interface CopyTarget {
  readonly table: string
  readonly columns: readonly string[]
  readonly format: 'binary' | 'text'
}

/**
 * Streams the output of `COPY … TO STDOUT`, in chunks as they arrive (they split rows anywhere). Runs in the
 * transaction when given one. Leaving the loop early drops the connection, for a COPY cannot be cancelled otherwise.
 *
 * @param sql the whole statement: `COPY (SELECT …) TO STDOUT (FORMAT binary)`
 */
export async function* copyOut(executor: Executor, sql: string): AsyncGenerator<Uint8Array> {
  const connector = connectorOf(executor)
  const connection = await executor.client.acquireConnection()
  let finished = false
  try {
    await connector.limit(connection, 'bulk')
    yield* connection.query(copyTo(sql)) as AsyncIterable<Uint8Array>
    finished = true
  } catch (error) {
    finished = true
    throw connector.explain(error)
  } finally {
    connector.unlimit(connection)
    if (!finished) connector.discard(connection)
    executor.client.releaseConnection(connection)
  }
}

/**
 * Copies rows into a table by `COPY … FROM STDIN`. Runs in the transaction when given one; else it is one.
 * The embedded database holds the whole copy in memory before it runs: give it some ten thousand rows at a time.
 *
 * @returns the number of rows copied
 */
export async function copyIn(
  executor: Executor,
  target: CopyTarget,
  chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
): Promise<number> {
  const connector = connectorOf(executor)
  const connection: Client = await executor.client.acquireConnection()
  try {
    await connector.limit(connection, 'bulk')
    const stream = connection.query(copyFrom(copyFromSql(target)))
    await pipeline(Readable.from(chunks, { objectMode: false }), stream)
    return stream.rowCount
  } catch (error) {
    throw connector.explain(error)
  } finally {
    connector.unlimit(connection)
    executor.client.releaseConnection(connection)
  }
}

function copyFromSql({ table, columns, format }: CopyTarget): string {
  const names = columns.map((column) => `"${column}"`).join(', ')
  return `COPY "${table}" (${names}) FROM STDIN (FORMAT ${format})`
}
