import { createApiClient } from '../support/serving/api-client.ts'
import { NOBODY } from '../support/serving/sign-in.ts'
import { startTestServer } from '../support/serving/start-server.ts'
import { SAMPLE_SOURCE } from '../support/sample-rows.ts'
import { noPostgres, ownPostgres } from './own-postgres.ts'
import { eventually, must, type FaultInjection } from './fault-injection.ts'

const WRITERS = 4
const RUN_MS = 1_500
const DOWN_MS = 1_500
const TILE = '/tiles/incidents/13/4505/2408.mvt?group=all'

/** The database crashes and restarts during writes and reads. */
export const databaseRestart: FaultInjection = {
  name: 'the database crashes under load and comes back',
  impossible: noPostgres,
  async run(scratch) {
    const postgres = await ownPostgres(scratch)
    const server = await startTestServer({ database: postgres.database })
    try {
      await server.storage.repositories.sources.save(SAMPLE_SOURCE)
      const call = createApiClient(server.url)
      const headers = await server.people.credentials('analyst')
      const look = () => fetch(server.url + TILE, { headers }).then(({ status }) => status)
      await look()
      const load = startWriters(server.url, headers)
      await pause(RUN_MS)
      await postgres.crash()
      await pause(DOWN_MS / 2)
      const whileDown = {
        tile: await look(),
        health: await status('/healthz'),
        ready: await status('/readyz'),
      }
      await pause(DOWN_MS / 2)
      await postgres.start()
      const backMs = await eventually('writing', async () => (await load.next()) === 201)
      await pause(RUN_MS)
      const { acknowledged, tried } = await load.stop()
      await eventually('reading', async () => (await call('GET', '/readyz', { headers })).status === 200)
      const stored = new Set<string>(await server.database.knex('incident').pluck('external_id'))
      const lost = acknowledged.filter((id) => !stored.has(id))
      must(lost.length === 0, `${lost.length} acknowledged incidents are lost`)
      const invented = [...stored].filter((id) => !tried.has(id))
      must(invented.length === 0, `${invented.length} incidents are there that nobody wrote`)
      await eventually('showing', async () => server.engine.snapshots.status().incidents === stored.size)
      must([200, 204].includes(whileDown.tile), `a tile answered ${whileDown.tile} while it was down`)
      must(
        whileDown.health === 200 && whileDown.ready === 503,
        `health ${whileDown.health}, readiness ${whileDown.ready} while it was down`,
      )
      return `${acknowledged.length} acknowledged, none lost; tiles answered meanwhile; writing again ${backMs} ms after it was back`

      function status(path: string): Promise<number> {
        return fetch(server.url + path, { headers: NOBODY }).then((response) => response.status)
      }
    } finally {
      await server.close()
      await postgres.stop()
    }
  },
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Writers that post one incident after the other, and remember which were acknowledged. */
function startWriters(url: string, headers: Record<string, string>) {
  const acknowledged: string[] = []
  const tried = new Set<string>()
  let stopped = false
  let waiting: ((status: number) => void)[] = []
  const writer = async (number: number) => {
    for (let count = 0; !stopped; count++) {
      const externalId = `w${number}-${count}`
      tried.add(externalId)
      const status = await post(url, headers, externalId).catch(() => 0)
      if (status === 201) acknowledged.push(externalId)
      for (const tell of waiting.splice(0)) tell(status)
      if (status !== 201) await pause(50)
    }
  }
  const done = Promise.all(Array.from({ length: WRITERS }, (_, number) => writer(number)))
  return {
    /** Status of the next response to any writer; 0 = none. */
    next: () => new Promise<number>((resolve) => (waiting = [...waiting, resolve])),
    async stop() {
      stopped = true
      await done
      return { acknowledged, tried }
    },
  }
}

async function post(url: string, headers: Record<string, string>, externalId: string): Promise<number> {
  const body = JSON.stringify([
    {
      source: SAMPLE_SOURCE.id,
      externalId,
      lon: 18.0649,
      lat: 59.3326,
      from: '2026-03-01T22:15',
      category: 'theft',
    },
  ])
  const response = await fetch(`${url}/api/incidents`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body,
    signal: AbortSignal.timeout(20_000),
  })
  await response.arrayBuffer()
  return response.status
}
