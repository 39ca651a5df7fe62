import { buildDemoCity, type DemoCity } from '../../../server/demo/city.ts'
import { incidentContents } from '../../../server/demo/incidents/incident-contents.ts'
import { createRandom } from '../../../server/demo/random.ts'

let town: DemoCity | undefined
const cities = new Map<number, DemoCity>()

/**
 * Exempelstad with so many incidents, as `buildDemoCity` builds it. Its town takes two seconds, so the tests of a process
 * share it: nobody changes anything of it.
 */
export function sharedDemoCity(incidents: number): DemoCity {
  town ??= buildDemoCity({ incidents: 0 })
  let city = cities.get(incidents)
  if (city === undefined) {
    const { seed, drawIncident } = town
    city = {
      ...town,
      incidents: incidentContents(drawIncident, incidents, createRandom(`${seed}/incidents`)),
    }
    cities.set(incidents, city)
  }
  return city
}
