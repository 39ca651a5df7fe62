import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { ROLES } from '../../server/platform/access/audience.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { closeIdleEngines } from '../support/embedded-template.ts'
import { startFuzzServer } from './fuzz-server.ts'
import { anyRequest } from './requests.ts'

const { values } = parseArgs({
  options: {
    database: { type: 'string', default: 'embedded' },
    requests: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
  },
})
const REQUESTS = Number(values.requests)
/** What the process may have grown by between a tenth of the way and the end. */
const MAX_GROWTH_BYTES = 64 * 1024 * 1024

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** A long fuzz of every operation: no failure, no hang, no secret in the log, and memory that stays flat. */
async function run(): Promise<void> {
  const database = databasesUnderTest.find(({ kind }) => kind === values.database)
  if (database === undefined) throw new Error(`No database ${values.database}: TEST_DATABASE_URL names none.`)
  const fuzzed = await startFuzzServer({ database })
  const chunk = Math.max(1, Math.floor(REQUESTS / 10))
  const heap: number[] = []
  try {
    for (let part = 0; part < 10; part++) {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...ROLES), anyRequest, async (role, request) => {
          const fault = await fuzzed.request(role, request)
          if (fault !== null) throw new Error(`${role}: ${request.method} ${request.path}\n${fault}`)
        }),
        { numRuns: chunk, seed: Number(values.seed) + part },
      )
      collect()
      const { heapUsed, external } = process.memoryUsage()
      heap.push(heapUsed + external)
      process.stderr.write(`${(part + 1) * chunk} requests, ${mebibytes(heap.at(-1)!)} in use\n`)
    }
  } finally {
    await fuzzed.close()
    await closeIdleEngines()
  }
  const growth = heap.at(-1)! - heap[0]!
  if (growth > MAX_GROWTH_BYTES) throw new Error(`Memory grew by ${mebibytes(growth)}.`)
  process.stdout.write(
    `fuzz: ${10 * chunk} requests answered as described, memory ${mebibytes(growth)} more\n`,
  )
}

const mebibytes = (bytes: number) => `${(bytes / 2 ** 20).toFixed(1)} MiB`

await run()
