import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ALL_FAULTS } from './all-faults.ts'
import { DEADLINE_MS, type FaultInjection } from './fault-injection.ts'

/** `npm run fault-injection [WORD…]`: every trial whose name holds one of the words, one line each; 1 when one has failed, 2 when there is none. */
async function main(args: readonly string[]): Promise<number> {
  const chosen = ALL_FAULTS.filter(
    ({ name }) => args.length === 0 || args.some((word) => name.includes(word)),
  )
  if (chosen.length === 0) {
    process.stdout.write(`No trial has ${args.join(' or ')} in its name. There are:\n`)
    for (const { name } of ALL_FAULTS) process.stdout.write(`  ${name}\n`)
    return 2
  }
  let failed = 0
  for (const fault of chosen) {
    const line = await lineOf(fault)
    if (line.startsWith('FAILED')) failed++
    process.stdout.write(`${line}\n`)
  }
  process.stdout.write(`${chosen.length - failed} of ${chosen.length} trials passed.\n`)
  return failed === 0 ? 0 : 1
}

async function lineOf(fault: FaultInjection): Promise<string> {
  const why = fault.impossible?.() ?? null
  if (why !== null) return `skipped  ${fault.name}: ${why}`
  const scratch = mkdtempSync(join(tmpdir(), 'lagesbild-trial-'))
  const began = performance.now()
  try {
    const seen = await Promise.race([fault.run(scratch), deadline(fault.deadlineMs ?? DEADLINE_MS)])
    return `passed   ${fault.name}: ${seen} (${((performance.now() - began) / 1000).toFixed(1)} s)`
  } catch (error) {
    return `FAILED   ${fault.name}: ${error instanceof Error ? error.message : String(error)}`
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
