import { existsSync } from 'node:fs'
import { DEMO_SOURCES } from './layers/sources.ts'
import { type DemoContents, isSeeded, seedDemo, type SeedRepositories } from './seed.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import type { CityChoice } from '../config/city.ts'

/** The demo city of a run: built at most once, on a worker, and written at most once into its database. */
export interface DemoCityWriter {
  /** Writes the city unless it is there; continues after an interruption. */
  seedOnce(storage: { readonly repositories: SeedRepositories }): Promise<void>
}

const TASK = new URL('./build-city-task.ts', import.meta.url)

const STAGES = {
  map: 'Drawing Exempelstad’s map…',
  layers: 'Placing cameras, patrol zones and proposals…',
  incidents: 'Writing three years of invented incidents…',
  done: 'Exempelstad is ready.',
} as const

/**
 * Begins to build the city at once where its database is not there yet: creating that takes as long as building.
 *
 * @param say called with progress messages
 */
export function createDemoCityWriter(
  { demo, directory }: CityChoice,
  pool: ComputePool,
  say: (line: string) => void,
): DemoCityWriter {
  let building: Promise<DemoContents> | null = null
  const build = () => {
    if (building !== null) return building
    say('Building Exempelstad, the demo city (once)…')
    building = pool.run<null, DemoContents>(TASK, null, { always: true })
    // A failure is reported to whoever awaits it; handled here in case the start is aborted before.
    building.catch(() => {})
    return building
  }
  if (demo && !existsSync(directory)) void build()
  return {
    async seedOnce({ repositories }) {
      if (await isSeeded(repositories, { sources: DEMO_SOURCES })) return
      let reported: string | null = null
      await seedDemo(repositories, await build(), ({ stage }) => {
        if (stage !== reported) say(STAGES[stage])
        reported = stage
      })
    },
  }
}
