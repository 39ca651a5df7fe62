import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ALL_TRIALS } from './all.ts'
import { DEADLINE_MS, type Trial } from './trial.ts'

/** `npm run trials [WORD…]`: every trial whose name holds one of the words, one line each; 1 when one has failed, 2 when there is none. */
async function main(words: readonly string[]): Promise<number> {
  const chosen = ALL_TRIALS.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  )
  if (chosen.length === 0) {
    process.stdout.write(`No trial has ${words.join(' or ')} in its name. There are:\n`)
    for (const { name } of ALL_TRIALS) process.stdout.write(`  ${name}\n`)
    return 2
  }
  let failed = 0
  for (const trial of chosen) {
    const line = await lineOf(trial)
    if (line.startsWith('FAILED')) failed++
    process.stdout.write(`${line}\n`)
  }
  process.stdout.write(`${chosen.length - failed} of ${chosen.length} trials passed.\n`)
  return failed === 0 ? 0 : 1
}

async function lineOf(trial: Trial): Promise<string> {
  const why = trial.impossible?.() ?? null
  if (why !== null) return `skipped  ${trial.name}: ${why}`
  const scratch = mkdtempSync(join(tmpdir(), 'lagesbild-trial-'))
  const began = performance.now()
  try {
    const seen = await Promise.race([trial.run(scratch), deadline(trial.deadlineMs ?? DEADLINE_MS)])
    return `passed   ${trial.name}: ${seen} (${((performance.now() - began) / 1000).toFixed(1)} s)`
  } catch (error) {
    return `FAILED   ${trial.name}: ${error instanceof Error ? error.message : String(error)}`
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function deadline(ms: number): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error(`not done within ${ms} ms`)), ms).unref()
  })
}

// However it ends, what it started ends with it.
for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(130))
process.stdout.on('error', () => process.exit(130))
process.exit(await main(process.argv.slice(2)))
