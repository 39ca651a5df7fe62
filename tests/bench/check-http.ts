import type { Footprint } from '../../server/checks/footprint.ts'
import { timed } from './bench.ts'
import { startServer } from './start-server.ts'

/** Requests checks from a server on PostGIS, one after another; gives the times of each list of sites. */
export async function checksOverHttp(
  databaseUrl: string,
  incidents: number,
  lists: readonly (readonly Footprint[])[],
): Promise<readonly (readonly number[])[]> {
  const server = await startServer('postgis', databaseUrl, incidents)
  const headers = { cookie: server.cookie, 'content-type': 'application/json' }
  const request = async ({ geometry }: Footprint) => {
    const body = JSON.stringify({ geometry })
    const response = await fetch(`http://127.0.0.1:${server.port}/api/check`, {
      method: 'POST',
      headers,
      body,
    })
    const reply = await response.text()
    if (response.status !== 200) throw new Error(`${response.status} ${reply}`)
  }
  try {
    const times: (readonly number[])[] = []
    for (const sites of lists) times.push(await timed(sites.length, (k) => request(sites[k]!)))
    return times
  } finally {
    server.stop()
  }
}
