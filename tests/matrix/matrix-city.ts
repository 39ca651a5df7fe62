import { NO_BASE_MAP, type OpenBaseMap } from '../../server/base-map/index.ts'
import { createApiClient, type Json } from '../support/serving/api-client.ts'
import type { DatabaseUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServerOptions } from '../support/serving/start-server.ts'
import type { Column } from './matrix-table.ts'
import type { AccountRole } from '../../server/platform/access/audience.ts'

/** Incidents of the demo's town, which is a writable city here. */
const INCIDENTS = 500
const KEY_SCOPES = ['sources.read']
/** Proposals of the town, recorded by no account. */
const [NEAR_PARTNER, ELSEWHERE] = [1, 2]

/** A base map of one column of tiles. */
const BASE_MAP: OpenBaseMap = {
  ...NO_BASE_MAP,
  archive: {
    minzoom: 8,
    maxzoom: 8,
    bounds: [19, 58, 21, 60],
    attribution: '© Ingen',
    etag: 'one',
    isGzip: false,
    tile: async (_z, x) => (x === 0 ? null : Uint8Array.of(0x1a, 0)),
    unpack: async (packed) => packed,
    close: async () => {},
  },
}

/** A city with an account of every role, a partner's own and another place, and resources to request. */
export async function openMatrixCity(
  database: DatabaseUnderTest,
  options: Pick<TestServerOptions, 'clock'> = {},
) {
  const server = await startTestServer({
    baseMap: BASE_MAP,
    ...options,
    database,
    signIn: null,
    townIncidents: INCIDENTS,
  })
  const { repositories } = server.storage
  const [admin, analyst, stranger] = [await maker('admin'), await maker('analyst'), await maker('planner')]
  const { token } = (
    await admin('POST', '/api/keys', { body: { name: 'narrow', role: 'analyst', scopes: KEY_SCOPES } })
  ).body
  let count = 0

  const geometryOf = async (proposalId: number) =>
    (await analyst('GET', `/api/proposals/${proposalId}`)).body.geometry
  const makePlace = async (geometry: Json) => {
    const properties = { kind: 'place', name: `Plats ${++count}` }
    return (await analyst('POST', '/api/areas', { body: { type: 'Feature', geometry, properties } })).body.id
  }
  const ground = { own: await geometryOf(NEAR_PARTNER), foreign: await geometryOf(ELSEWHERE) }
  const places = { own: await makePlace(ground.own), foreign: await makePlace(ground.foreign) }
  await bindPartner()

  async function bindPartner() {
    const { accountId } = await server.people.of('partner')
    const body = { name: 'Handlarna', placeIds: [places.own] }
    const { id } = (await admin('POST', '/api/organisations', { body })).body
    await admin('PATCH', `/api/users/${accountId}`, { body: { organisationId: id } })
  }

  async function credentials(who: Column): Promise<Record<string, string>> {
    return who === 'key' ? { authorization: `Bearer ${token}` } : server.people.credentials(who)
  }

  /** An account of no column, whose resources are foreign to all. */
  async function maker(role: AccountRole): Promise<Call> {
    const account = await repositories.people.insert({
      email: `maker-${role}@test.example`,
      name: `Maker ${role}`,
      role,
      organisationId: null,
      openId: null,
      createdAtMs: server.storage.clock.nowMs(),
    })
    const { token: session } = await server.access.sessions.open(account)
    return createApiClient(server.url, { cookie: server.access.cookie.set(session, null).split(';')[0]! })
  }

  return {
    server,
    admin,
    analyst,
    stranger,
    ground,
    places,
    /** A unique number. */
    next: () => ++count,
    credentials,
    /** A client with the credentials of a column. */
    as: async (who: Column): Promise<Call> => createApiClient(server.url, await credentials(who)),
    /** The actor reference of a column: `account/3`. */
    referenceOf: async (who: Exclude<Column, 'public' | 'key'>) =>
      `account/${(await server.people.of(who)).accountId}`,
    close: () => server.close(),
  }
}

export type MatrixCity = Awaited<ReturnType<typeof openMatrixCity>>
