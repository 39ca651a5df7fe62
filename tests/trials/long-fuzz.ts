import { runScript } from '../support/child-process.ts'
import type { Trial } from './trial.ts'

const LONG_RUN = new URL('../fuzz/long-run.ts', import.meta.url)
const REQUESTS = 100_000
/** How the line begins that says that all went well. */
const PASSED = 'fuzz: '

/** Generated and mutated requests to every operation, as many as it takes to see memory grow. */
export const longFuzz: Trial = {
  name: `a fuzz of ${REQUESTS} requests`,
  deadlineMs: 3_600_000,
  async run() {
    const child = runScript(LONG_RUN, '--requests', String(REQUESTS))
    try {
      for await (const line of child.lines) if (line.startsWith(PASSED)) return line.slice(PASSED.length)
      throw new Error('it ended before its last request; see what it said above')
    } finally {
      await child.kill()
    }
  },
}
