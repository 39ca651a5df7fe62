import { openMatrixCity } from '../matrix/matrix-city.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { closeIdleEngines } from '../support/embedded-template.ts'
import { traceRequests } from './traced-requests.ts'

/** Prints how many modules each of five requests enters, and which. */
async function run(): Promise<void> {
  const city = await openMatrixCity(databasesUnderTest[0]!)
  try {
    for (const [name, { features, floors }] of await traceRequests(city)) {
      const count = String(features.length).padStart(2)
      process.stdout.write(`${name.padEnd(12)} ${count}  ${features.join(', ')}\n`)
      process.stdout.write(`${' '.repeat(17)}on ${floors.join(', ') || 'no floor'}\n`)
    }
  } finally {
    await city.close()
    await closeIdleEngines()
  }
}

await run()
