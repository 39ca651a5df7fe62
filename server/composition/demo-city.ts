import { buildDemoCity } from '../demo/city.ts'
import { DEMO_SOURCES } from '../demo/layers/sources.ts'
import { isSeeded, seedDemo } from '../demo/seed.ts'
import type { Storage } from './storage.ts'

const STAGES = {
  map: 'Drawing Exempelstad’s map…',
  layers: 'Placing cameras, patrol zones and proposals…',
  incidents: 'Writing three years of invented incidents…',
  done: 'Exempelstad is ready.',
} as const

/** Writes the demo city into its database unless it is there; an interrupted writing goes on where it stopped. */
export async function seedDemoOnce(
  { repositories }: Pick<Storage, 'repositories'>,
  say: (line: string) => void,
): Promise<void> {
  if (await isSeeded(repositories, { sources: DEMO_SOURCES })) return
  say('Building Exempelstad, the demo city (once)…')
  const city = buildDemoCity()
  let told: string | null = null
  await seedDemo(repositories, city, ({ stage }) => {
    if (stage !== told) say(STAGES[stage])
    told = stage
  })
}
