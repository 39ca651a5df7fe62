import { createApiClient } from '../support/serving/api-client.ts'
import { startTestServer } from '../support/serving/start-server.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'
import { must, type FaultInjection } from './fault-injection.ts'

const HOUR_MS = 3_600_000
const TILE = '/tiles/incidents/13/4505/2408.mvt?group=all'

/** The machine's clock is set forward by a day, and back by an hour. */
export const jumpingClock: FaultInjection = {
  name: 'a clock that jumps',
  async run() {
    let aheadMs = 0
    const server = await startTestServer({ clock: { nowMs: () => Date.now() + aheadMs }, signIn: null })
    try {
      await server.storage.repositories.sources.save(SAMPLE_SOURCE)
      await server.storage.repositories.incidents.insert([sampleIncident()])
      await server.engine.snapshots.refresh()
      const statusAs = async (credentials: Record<string, string>, path = TILE) =>
        (await fetch(server.url + path, { headers: credentials })).status
      const early = await server.people.credentials('analyst')
      must([200, 204].includes(await statusAs(early)), 'no tile to begin with')

      aheadMs = 24 * HOUR_MS
      must((await statusAs(early)) === 401, 'a session outlived its hours when the clock went forward')
      server.people.renew('analyst')
      const late = await server.people.credentials('analyst')
      must([200, 204].includes(await statusAs(late)), 'a new session is refused after the clock went forward')

      aheadMs = 23 * HOUR_MS
      must([200, 204].includes(await statusAs(late)), 'the clock went back an hour, and a session ended')
      const call = createApiClient(server.url, { cookie: late.cookie })
      const sent = {
        source: SAMPLE_SOURCE.id,
        externalId: 'now',
        lon: 18.06,
        lat: 59.33,
        from: '2025-03-01',
        category: 'theft',
      }
      must((await call('POST', '/api/incidents', { body: sent })).status === 201, 'nothing can be written')
      must(server.engine.snapshots.status().incidents === 2, 'what was written does not show')
      const ready = await call('GET', '/readyz')
      must(ready.status === 200 && server.engine.snapshots.status().lagMs! >= 0, 'readiness is lost')
      must((await statusAs(early)) === 401, 'an ended session came back with the clock')
      return 'forward a day: sessions end, new ones hold; back an hour: they go on, writes show, what has ended stays ended'
    } finally {
      await server.close()
    }
  },
}
