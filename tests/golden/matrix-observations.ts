import { ENDPOINTS } from '../../server/app.ts'
import type { Endpoint } from '../../server/platform/http/endpoint.ts'
import type { DatabaseUnderTest } from '../support/databases.ts'
import { type MatrixCity, openMatrixCity } from '../matrix/matrix-city.ts'
import { type Column, COLUMNS, MATRIX, type MatrixRow } from '../matrix/matrix-table.ts'
import { pathOf, VALID_REQUESTS } from '../matrix/valid-requests.ts'
import { FIXED_CLOCK } from './fixed-inputs.ts'
import type { Observe, Recording } from './observation.ts'
import { observeRefusals } from './refusal-observations.ts'

/** Operations in the order of the table, which says nothing of the order of the contract. */
const OPERATIONS = [...new Set(MATRIX.map(({ operation }) => operation))]

/** Every cell of the permission matrix, what every operation says of a wrong request, and the audit log of it all. */
export async function recordMatrix(database: DatabaseUnderTest, recording: Recording): Promise<void> {
  const city = await openMatrixCity(database, { clock: FIXED_CLOCK })
  try {
    const observe = recording.on(city.server.port)
    for (const operation of OPERATIONS) {
      const endpoint = ENDPOINTS.find(({ id }) => id === operation)!
      const rows = MATRIX.filter((row) => row.operation === operation)
      for (const who of COLUMNS) {
        for (const row of rows) await observeCell(city, observe, { endpoint, who, row })
      }
    }
    await observeRefusals(city, observe)
    await observeLists(city, observe)
  } finally {
    await city.close()
  }
}

interface Cell {
  readonly endpoint: Endpoint
  readonly who: Column
  readonly row: MatrixRow
}

async function observeCell(city: MatrixCity, observe: Observe, { endpoint, who, row }: Cell): Promise<void> {
  const { resource, statuses } = row
  const spends = endpoint.method !== 'get' && statuses[who] < 300
  const { headers, body, ...named } = await VALID_REQUESTS[endpoint.id]!({ city, who, resource, spends })
  const method = endpoint.method.toUpperCase()
  const path = pathOf(endpoint, named, resource).text
  const request = { path, headers: { ...(await city.credentials(who)), ...headers } }
  const key = `${endpoint.id} ${resource} ${who}`
  await observe('matrix', key, { ...request, method, body })
  if (method === 'GET') await observe('matrix-head', key, { ...request, method: 'HEAD' })
  else await settle(city)
  // Who has signed out needs another session for what comes next.
  if (endpoint.id === 'deleteSession' && who !== 'key') city.server.people.renew(who)
}

/** Waits until imports have ended and the snapshot shows what was written: the next response must not depend on time. */
async function settle({ analyst, server }: MatrixCity): Promise<void> {
  const isRunning = async () => {
    const { body } = await analyst('GET', '/api/imports')
    return (body.items as readonly { finishedAt: string | null }[]).some(
      ({ finishedAt }) => finishedAt === null,
    )
  }
  while (await isRunning());
  await server.engine.snapshots.refresh()
}

const LISTS = ENDPOINTS.filter(({ method, path }) => method === 'get' && !path.includes('{'))

/** What everything has come to in the end. */
async function observeLists(city: MatrixCity, observe: Observe): Promise<void> {
  for (const who of ['analyst', 'admin'] as const) {
    const headers = await city.credentials(who)
    for (const { id, path } of LISTS) await observe('matrix-end', `${id} ${who}`, { path, headers })
  }
  const headers = await city.credentials('admin')
  let cursor: string | null = null
  for (let page = 1; page === 1 || cursor !== null; page++) {
    const query = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const path = `/api/audit?limit=100${query}`
    const { bytes } = await observe('audit', `page ${page}`, { path, headers })
    cursor = JSON.parse(bytes.toString()).next
  }
}
