import { buildDemoCity } from './city.ts'
import { type DemoContents, demoContents } from './seed.ts'

/** `buildDemoCity` on a worker: what a database is given of it. */
export default function buildCityTask(): DemoContents {
  return demoContents(buildDemoCity())
}
