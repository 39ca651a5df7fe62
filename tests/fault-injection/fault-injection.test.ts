import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SHORT_FAULTS } from './all-faults.ts'
import { DEADLINE_MS } from './fault-injection.ts'

describe('an injected fault', () => {
  for (const { name, impossible, run } of SHORT_FAULTS) {
    const why = impossible?.() ?? null
    const title = why === null ? name : `${name} (skipped: ${why})`
    const once = async () => {
      const scratch = mkdtempSync(join(tmpdir(), 'lagesbild-trial-'))
      try {
        expect(await run(scratch)).not.toBe('')
      } finally {
        rmSync(scratch, { recursive: true, force: true })
      }
    }
    it.skipIf(why !== null)(`loses nothing and heals by itself: ${title}`, once, DEADLINE_MS)
  }
})
