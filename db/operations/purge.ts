import type { Knex } from 'knex'
import { DomainError, notFound } from '../../server/engine/errors.ts'
import type { ErasureCounts, ErasureKind, ErasureOptions } from '../../server/operations/erasure.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { mayMigrate } from '../client/migrate.ts'
import { reclaimSpace } from './purge-space.ts'
import { emptyIncidents, ONE_INCIDENT } from './erase-incidents.ts'
import { eraseWorkText } from './erase-work-text.ts'
import { type ErasureStep, erasureSteps } from './purge-steps.ts'
import { within } from '../client/statement-class.ts'
import type { ErasureRepository } from '../../server/operations/repository.ts'

/** Runs work as the owner of the schema, whatever the serving role. */
export type AsOwner = <T>(work: (handle: DatabaseHandle) => Promise<T>) => Promise<T>

/** Rows of one transaction: few enough for readers of the feed and concurrent writers. */
const STEP_ROWS = 5_000

/** Records that past states are incomplete from now on, and that cuts must be recomputed. */
const STATES_ARE_GONE = `
WITH cuts AS (UPDATE unit_cut SET purges = purges + 1)
UPDATE city SET erased_xid = pg_current_xact_id()`

/** Erasure on either database. */
export function createErasureRepository(asOwner: AsOwner): ErasureRepository {
  return {
    count: (asOfMs, observationTexts = false) =>
      asOwner(async (handle) => {
        await mustOwn(handle.knex)
        let counts = nothing()
        for (const step of await erasureSteps(handle, { asOfMs, observationTexts }))
          counts = add(counts, { [step.kind]: await step.count(handle.knex) })
        return counts
      }),
    erase: (options) =>
      asOwner(async (handle) => {
        await mustOwn(handle.knex)
        let counts = nothing()
        for (const step of await erasureSteps(handle, options))
          counts = add(counts, await takeStep(handle, step, options))
        await handle.knex('erasure_mark').insert({ at: new Date(options.nowMs) })
        return counts
      }),
    eraseIncident: (id) =>
      asOwner(async ({ knex, srid }) => {
        await mustOwn(knex)
        await knex.transaction(async (trx) => {
          await trx.raw("SET LOCAL lagesbild.purge = 'on'")
          const { rows } = await trx.raw(emptyIncidents(ONE_INCIDENT, srid), [id, 1])
          if (rows[0].rows === 0) throw notFound('incident', id)
          await trx.raw(STATES_ARE_GONE)
        })
      }),
    eraseWorkText: (erasure) =>
      asOwner(async ({ knex }) => {
        await mustOwn(knex)
        return knex.transaction(async (trx) => {
          await trx.raw("SET LOCAL lagesbild.purge = 'on'")
          return eraseWorkText(trx, erasure)
        })
      }),
    reclaim: (how) =>
      asOwner(async (handle) => {
        await mustOwn(handle.knex)
        return reclaimSpace(handle, how)
      }),
  }
}

/** Repeats a step, each time in a transaction of its own, until it finds nothing more to do. */
async function takeStep(
  { knex }: DatabaseHandle,
  step: ErasureStep,
  { signal, onStep }: ErasureOptions,
): Promise<Partial<ErasureCounts>> {
  let erased: Partial<ErasureCounts> = {}
  for (;;) {
    signal.throwIfAborted()
    const { rows, revisions = 0 } = await knex.transaction(async (trx) => {
      await trx.raw("SET LOCAL lagesbild.purge = 'on'")
      const taken = await step.run(trx, STEP_ROWS)
      if (step.takesStates && taken.rows > 0) await trx.raw(STATES_ARE_GONE)
      return taken
    })
    erased = add({ ...nothing(), ...erased }, { [step.kind]: rows })
    if (revisions > 0) erased = add({ ...nothing(), ...erased }, { revisions })
    if (rows > 0) onStep(step.kind, rows)
    if (rows < STEP_ROWS) return erased
  }
}

async function mustOwn(knex: Knex): Promise<void> {
  const { rows } = await within('quick', knex.raw('SELECT pg_is_in_recovery() AS standby'))
  if (!rows[0].standby && (await mayMigrate(knex))) return
  throw new DomainError(
    'forbidden',
    'Only the role that owns the database may erase: run lagesbild purge with MIGRATION_DATABASE_URL set.',
  )
}

function nothing(): ErasureCounts {
  return {
    incidents: 0,
    retracted: 0,
    revisions: 0,
    texts: 0,
    observationTexts: 0,
    rejects: 0,
    imports: 0,
    layerRevisions: 0,
    auditEvents: 0,
    sessions: 0,
    invitations: 0,
    keys: 0,
    drafts: 0,
    evidence: 0,
    numbers: 0,
  }
}

function add(counts: ErasureCounts, more: Partial<ErasureCounts>): ErasureCounts {
  const kinds = Object.keys(counts) as ErasureKind[]
  return Object.fromEntries(
    kinds.map((kind) => [kind, counts[kind] + (more[kind] ?? 0)]),
  ) as unknown as ErasureCounts
}
