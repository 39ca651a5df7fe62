import { buildDemoCity } from '../../server/demo/city.ts'
import { demoContents, seedDemo } from '../../server/demo/seed.ts'
import { createApiClient, type Json } from '../support/serving/api-client.ts'
import type { DatabaseUnderTest } from '../support/databases.ts'
import type { Call } from '../support/review-steps.ts'
import { startTestServer, type TestServerOptions } from '../support/serving/start-server.ts'
import type { Column } from './matrix-table.ts'
import type { AccountRole } from '../../server/platform/access/audience.ts'

/** Of the demo's town, which is here a city like any other, so that it takes changes. */
const INCIDENTS = 500
const KEY_SCOPES = ['sources.read']
/** Proposals of the town, recorded by nobody who has an account. */
const [NEAR_PARTNER, ELSEWHERE] = [1, 2]

/** A city with somebody of every role, a partner's place and one that is not his, and things to ask for. */
export async function openMatrixCity(
  database: DatabaseUnderTest,
  options: Pick<TestServerOptions, 'clock'> = {},
) {
  // Before anything is connected: on a busy machine it holds this thread up longer than a connection waits.
  const city = buildDemoCity({ incidents: INCIDENTS })
  const server = await startTestServer({ ...options, database, signIn: null })
  const { repositories } = server.storage
  await seedDemo(repositories, demoContents(city))
  await server.engine.snapshots.refresh()
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

  /** Somebody who is none of the columns: whose things are foreign to all of them. */
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
    /** A number that no other part of the test has. */
    next: () => ++count,
    credentials,
    /** A client with the credentials of a column. */
    as: async (who: Column): Promise<Call> => createApiClient(server.url, await credentials(who)),
    /** How the records name a column: `account/3`. */
    referenceOf: async (who: Exclude<Column, 'public' | 'key'>) =>
      `account/${(await server.people.of(who)).accountId}`,
    close: () => server.close(),
  }
}

export type MatrixCity = Awaited<ReturnType<typeof openMatrixCity>>
