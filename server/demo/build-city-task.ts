import { buildDemoCity } from './city.ts'
import type { DemoContents } from './seed.ts'

/** `buildDemoCity` on a worker: what a database is given of it. */
export default function buildCityTask(): DemoContents {
  const { context, areas, cameras, patrolZones, focusAreas, proposals, sources, surveys, incidents } =
    buildDemoCity()
  return { context, areas, cameras, patrolZones, focusAreas, proposals, sources, surveys, incidents }
}
