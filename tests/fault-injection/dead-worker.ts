import { join } from 'node:path'
import { completeDatabase } from '../../db/client.ts'
import { createEngine } from '../../db/embedded/engine.ts'
import { openOnEngine } from '../../db/open-embedded.ts'
import { SILENT } from '../../server/platform/log.ts'
import { openComputePool } from '../../server/platform/workers/compute-pool.ts'
import { embeddedTemplate } from '../support/embedded-template.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'
import { eventually, must, type FaultInjection } from './fault-injection.ts'

const EXIT = new URL('./children/exit-task.ts', import.meta.url)
const BATCH = 5_000
const IN_THE_MIDDLE_MS = 60
const ECHO = new URL('./children/echo-task.ts', import.meta.url)

/** A worker of the compute pool dies in the middle of a task. */
export const deadWorker: FaultInjection = {
  name: 'a compute worker that dies in a task',
  async run() {
    const pool = openComputePool({ workers: 1, queueLimit: 10 })
    try {
      const dying = pool.run(EXIT, 1, { deadlineMs: 20_000 }).then(
        () => 'an answer',
        () => 'a failure',
      )
      const waiting = pool.run<string, string>(ECHO, 'behind it')
      must((await dying) === 'a failure', 'a dead worker gave an answer')
      must((await waiting) === 'behind it', 'the task behind was lost')
      must((await pool.run<string, string>(ECHO, 'later')) === 'later', 'no worker took its place')
      return 'its own task failed, the one behind it and later ones were done by another'
    } finally {
      await pool.close()
    }
  },
}

/** The thread of the embedded database is terminated while rows are written. */
export const deadDatabaseThread: FaultInjection = {
  name: 'the embedded database’s thread that dies under writes',
  async run(scratch) {
    const engine = createEngine({
      directory: join(scratch, 'city'),
      template: await embeddedTemplate(),
      log: SILENT,
    })
    await engine.start()
    const options = { url: null, dataDir: null, srid: 3006, log: SILENT }
    const db = await completeDatabase(openOnEngine(engine, options), options)
    try {
      await db.repositories.sources.save(SAMPLE_SOURCE)
      const acknowledged: string[] = []
      const write = async (id: string) => {
        await db.repositories.incidents.insert([sampleIncident({ externalId: id })])
        acknowledged.push(id)
      }
      for (let n = 0; n < 50; n++) await write(`before-${n}`)
      const cut = db.repositories.incidents.insert(batch()).then(
        () => 'done',
        () => 'failed',
      )
      await new Promise((resolve) => setTimeout(resolve, IN_THE_MIDDLE_MS))
      await engine.stop()
      const outcome = await cut
      const backMs = await eventually('writing', () => write('after').then(() => true))
      const stored: string[] = await db.knex('incident').pluck('external_id')
      must(
        acknowledged.every((id) => stored.includes(id)),
        'an acknowledged incident is lost',
      )
      const ofBatch = stored.filter((id) => id.startsWith('batch')).length
      must(
        ofBatch === BATCH || (ofBatch === 0 && outcome === 'failed'),
        `${ofBatch} rows of a batch that ${outcome}`,
      )
      return `${acknowledged.length} acknowledged, none lost; the batch under way ${outcome}, ${ofBatch} of its rows are there; writing again after ${backMs} ms`
    } finally {
      await db.close()
      await engine.close()
    }
  },
}

function batch() {
  return Array.from({ length: BATCH }, (_, n) => sampleIncident({ externalId: `batch-${n}` }))
}
