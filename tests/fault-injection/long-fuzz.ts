import { type DatabaseUnderTest, databasesUnderTest } from '../support/databases.ts'
import { runScript } from '../support/child-process.ts'
import type { FaultInjection } from './fault-injection.ts'

const LONG_RUN = new URL('../fuzz/long-run.ts', import.meta.url)
const REQUESTS = 100_000
/** How the line begins that says that all went well. */
const PASSED = 'fuzz: '

/** Generated and mutated requests to every operation, as many as it takes to see memory grow. */
export const longFuzzEmbedded = longFuzz('embedded', 1)
/** From another seed: other requests than on the other database. */
export const longFuzzOnPostgis = longFuzz('postgis', 101)

function longFuzz(kind: DatabaseUnderTest['kind'], seed: number): FaultInjection {
  return {
    name: `a fuzz of ${REQUESTS} requests (${kind === 'postgis' ? 'PostGIS' : kind})`,
    deadlineMs: 3_600_000,
    impossible: () =>
      databasesUnderTest.some((one) => one.kind === kind) ? null : 'TEST_DATABASE_URL names no server',
    async run() {
      const child = runScript(
        LONG_RUN,
        '--database',
        kind,
        '--requests',
        String(REQUESTS),
        '--seed',
        String(seed),
      )
      try {
        let passed: string | null = null
        // Reads to the end, so that an unclosed resource, which keeps the process alive, is noticed.
        for await (const line of child.lines) if (line.startsWith(PASSED)) passed = line.slice(PASSED.length)
        if (passed === null) throw new Error('it ended before its last request; see what it said above')
        return passed
      } finally {
        await child.kill()
      }
    },
  }
}
