import { read as readCallback } from 'node:fs'
import { promisify } from 'node:util'
import { DomainError } from '../../engine/errors.ts'
import { type FileBytes, openParquetTable } from './parquet-groups.ts'
import { PARQUET_FD, type ParquetReply, type ParquetRequest } from './parquet-messages.ts'
import { PARQUET_MESSAGES } from '../messages/table.ts'

/** Rows that a message holds, some milliseconds' work for whoever takes them. */
const BATCH_ROWS = 500

const read = promisify(readCallback)

function fileOf(byteLength: number): FileBytes {
  return {
    byteLength,
    async slice(start, end = byteLength) {
      if (!(start >= 0 && start <= end && end <= byteLength))
        throw new RangeError('a part lies outside of it')
      const bytes = new Uint8Array(end - start)
      for (let done = 0; done < bytes.length; ) {
        const { bytesRead } = await read(PARQUET_FD, bytes, done, bytes.length - done, start + done)
        if (bytesRead === 0) throw new RangeError('it ends early')
        done += bytesRead
      }
      return bytes.buffer
    },
  }
}

async function* repliesFor({ byteLength, wanted }: ParquetRequest): AsyncGenerator<ParquetReply> {
  const { columns, batches } = await openParquetTable(fileOf(byteLength), wanted)
  yield { kind: 'columns', columns }
  for await (const rows of batches(BATCH_ROWS)) yield { kind: 'rows', rows }
}

async function nextOf(replies: AsyncGenerator<ParquetReply>): Promise<ParquetReply> {
  try {
    const { value, done } = await replies.next()
    return done === true ? { kind: 'end' } : value
  } catch (error) {
    if (error instanceof DomainError) return { kind: 'refused', code: error.code, texts: error.texts }
    const why = error instanceof Error ? error.message : String(error)
    const texts = PARQUET_MESSAGES.unreadable({ sv: `läsaren säger "${why}"`, en: why })
    return { kind: 'refused', code: 'invalid-file', texts }
  }
}

let replies: AsyncGenerator<ParquetReply> | null = null
process.on('message', (request: ParquetRequest) => {
  replies ??= repliesFor(request)
  void nextOf(replies).then((reply) => process.send!(reply))
})
