import { buildDemoCity } from './city.ts'
import { type DemoContents, demoContents } from './seed.ts'

/** `buildDemoCity` on a worker: gives the contents for a database. */
export default function buildCityTask(): DemoContents {
  return demoContents(buildDemoCity())
}
