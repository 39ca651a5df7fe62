import { parseArgs } from 'node:util'
import { databasesUnderTest } from '../support/databases.ts'
import { closeIdleEngines } from '../support/embedded-template.ts'
import { recordDemo } from './demo-observations.ts'
import { fixRandomBytes } from './fixed-inputs.ts'
import { recordMatrix } from './matrix-observations.ts'
import { openRecording } from './observation.ts'

const USAGE = 'Usage: node --import tsx tests/golden/record.ts [--postgis] [--only matrix|demo] OUT.jsonl\n'
const PARTS = { matrix: recordMatrix, demo: recordDemo }

/**
 * Records the product's responses to all callers: recordings of code with equal behaviour are equal. See
 * `compare.ts`. PostGIS is that of `TEST_DATABASE_URL`.
 */
async function record(): Promise<void> {
  const { values, positionals } = parseArgs({
    options: { postgis: { type: 'boolean', default: false }, only: { type: 'string' } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (file === undefined) throw new Error(USAGE)
  const kind = values.postgis ? 'postgis' : 'embedded'
  const database = databasesUnderTest.find((one) => one.kind === kind)
  if (database === undefined) throw new Error('TEST_DATABASE_URL names no PostGIS.')
  fixRandomBytes()
  const recording = openRecording(file)
  try {
    for (const [name, part] of Object.entries(PARTS)) {
      if (values.only !== undefined && values.only !== name) continue
      const startMs = performance.now()
      await part(database, recording)
      process.stdout.write(`${name}: ${((performance.now() - startMs) / 1000).toFixed(0)} s\n`)
    }
  } finally {
    await recording.close()
    await closeIdleEngines()
  }
  for (const [name, count] of recording.counts) process.stdout.write(`${String(count).padStart(6)} ${name}\n`)
}

await record()
