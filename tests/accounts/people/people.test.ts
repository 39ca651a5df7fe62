import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leftovers } from '../../operations/remaining-bytes.ts'
import { createApiClient } from '../../support/serving/api-client.ts'
import { databasesUnderTest } from '../../support/databases.ts'
import { createTestMembers, PASSWORD } from '../../support/serving/members.ts'
import { startTestServer, type TestServer } from '../../support/serving/start-server.ts'

describe.each(databasesUnderTest)('accounts and organisations on $kind', (database) => {
  let server: TestServer
  let admin: ReturnType<typeof createApiClient>

  beforeAll(async () => {
    server = await startTestServer({ database, signIn: null })
    admin = await server.as('admin')
  })
  afterAll(() => server.close())

  const place = (name: string) =>
    server.database.repositories.features.insert('areas', {
      planar: {
        type: 'Polygon',
        coordinates: [
          [
            [0, 0],
            [200, 0],
            [200, 200],
            [0, 200],
            [0, 0],
          ],
        ],
      },
      properties: {
        kind: 'place',
        name,
        validFrom: null,
        validTo: null,
        residents: null,
        visitors: null,
        exposureSource: null,
        derived: false,
      },
    })

  it('invite with a link, and refuse a taken address however it is written', async () => {
    const body = { email: 'Vera.Ek@Test.Example', name: ' Vera Ek ', role: 'analyst' }
    const invited = await admin('POST', '/api/users', { body })
    expect(invited.status).toBe(201)
    expect(invited.body.user).toMatchObject({
      email: 'vera.ek@test.example',
      name: 'Vera Ek',
      hasPassword: false,
    })
    expect(invited.headers.get('location')).toBe(`/api/users/${invited.body.user.id}`)
    expect(invited.body.invitation.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/invitation\/[\w-]{43}$/)
    expect(
      (await admin('POST', '/api/users', { body: { ...body, email: 'vera.ek@test.example' } })).status,
    ).toBe(409)
  })

  it.each(['', 'vera', 'vera@', '@x.se', 'vera@x', 'a b@x.se', '<vera@x.se>', 'vera@x.se, per@x.se'])(
    'refuse %j as an address',
    async (email) => {
      const body = { email, name: 'x', role: 'planner' }
      expect((await admin('POST', '/api/users', { body })).status).toBe(400)
    },
  )

  it('are listed by page, and found by address', async () => {
    const all = await admin('GET', '/api/users')
    const [first, second] = all.body.items
    const page = await admin('GET', '/api/users?limit=1')
    expect(page.body.items).toEqual([first])
    expect((await admin('GET', `/api/users?limit=1&cursor=${page.body.next}`)).body.items).toEqual([second])
    expect((await admin('GET', `/api/users?email=${first.email.toUpperCase()}`)).body.items).toEqual([first])
    expect((await admin('GET', '/api/users?email=ghost@x.se')).body).toMatchObject({ items: [], next: null })
    expect((await admin('GET', `/api/users/${first.id}`)).body).toEqual(first)
    expect(JSON.stringify(all.body)).not.toMatch(/argon|token|hash/i)
  })

  it('keep the last administrator who can sign in, also when two disable each other at once', async () => {
    const { accountId: one } = await server.people.of('admin')
    const two = (
      await admin('POST', '/api/users', { body: { email: 'two@x.example', name: 'Two', role: 'admin' } })
    ).body.user.id
    const { people } = server.database.repositories
    await people.setPassword(one, '$argon2id$of-nobody')
    const client = createApiClient(server.url, await fresh(one))
    expect((await client('PATCH', `/api/users/${one}`, { body: { role: 'planner' } })).status).toBe(409)
    await people.setPassword(two, '$argon2id$of-nobody')
    const outcomes = await Promise.all(
      [one, two].map((id) => client('PATCH', `/api/users/${id}`, { body: { disabled: true } })),
    )
    expect(outcomes.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await people.hasAdministrator()).toBe(true)
    for (const id of [one, two]) await people.update(id, { disabled: false })
    admin = createApiClient(server.url, await fresh(one))
  })

  /** Credentials of a new session of an account. */
  async function fresh(id: number) {
    const { token } = await server.access.sessions.open({ id })
    return { cookie: `lagesbild=${token}` }
  }

  it('limit partners to the places of their organisation, and apply each change at once', async () => {
    const [station, square] = [await place('Stationen'), await place('Torget')]
    const added = await admin('POST', '/api/organisations', {
      body: { name: 'Fastighetsägarna', placeIds: [square.id, station.id, square.id] },
    })
    expect(added.body).toMatchObject({ name: 'Fastighetsägarna', placeIds: [station.id, square.id] })
    const { id } = added.body
    const { accountId, credentials } = await server.people.of('partner')
    await admin('PATCH', `/api/users/${accountId}`, { body: { organisationId: id } })
    const partner = createApiClient(server.url, credentials)
    expect((await partner('GET', '/api/session')).body.user).toMatchObject({
      organisation: 'Fastighetsägarna',
      places: [
        { id: station.id, name: 'Stationen' },
        { id: square.id, name: 'Torget' },
      ],
    })
    const known = () => server.access.authenticator.resolve({ headers: credentials } as never)
    expect((await known()).audience).toMatchObject({ role: 'partner', placeIds: [station.id, square.id] })
    await admin('PUT', `/api/organisations/${id}`, {
      body: { name: 'Fastighetsägarna', placeIds: [square.id] },
    })
    expect((await known()).audience.placeIds).toEqual([square.id])
    expect((await admin('GET', `/api/organisations/${id}`)).body.placeIds).toEqual([square.id])
    expect((await admin('GET', '/api/organisations')).body.items).toHaveLength(1)
  })

  it('are searched by address or listed page by page, not both', async () => {
    const { next } = (await admin('GET', '/api/users?limit=1')).body
    const both = await admin('GET', `/api/users?email=nobody@test.example&cursor=${next}`)
    expect(both).toMatchObject({ status: 400, body: { problems: [{ field: 'cursor' }] } })
  })

  it('refuse a second organisation of a name, areas that are no places, and unknown ids', async () => {
    const body = { name: 'fastighetsägarna', placeIds: [] }
    const second = await admin('POST', '/api/organisations', { body })
    expect(second).toMatchObject({ status: 409, body: { detail: 'name: It is there already.' } })
    const other = { name: 'Handlarna', placeIds: [999_999] }
    const { status, body: reported } = await admin('POST', '/api/organisations', { body: other })
    expect([status, reported.problems[0].field, reported.problems[0].value]).toEqual([
      409,
      'placeIds',
      999_999,
    ])
    expect((await admin('GET', '/api/organisations')).body.items).toHaveLength(1)
    expect((await admin('PUT', '/api/organisations/4711', { body })).status).toBe(404)
    expect((await admin('GET', '/api/organisations/4711')).status).toBe(404)
    expect((await admin('PATCH', '/api/users/4711', { body: { name: 'x' } })).status).toBe(404)
    expect((await admin('POST', '/api/users/4711/reset')).status).toBe(404)
    expect((await admin('PATCH', '/api/users/1', { body: {} })).status).toBe(400)
    expect((await admin('PATCH', '/api/users/1', { body: { organisationId: 4711 } })).status).toBe(409)
  })

  it('change a role and end an account on the very next request', async () => {
    const { accountId, credentials } = await server.people.of('coordinator')
    const principal = createApiClient(server.url, credentials)
    const roleNow = async () => (await principal('GET', '/api/session')).body.user?.role ?? null
    expect(await roleNow()).toBe('coordinator')
    expect((await principal('GET', '/api/users')).status).toBe(403)
    await admin('PATCH', `/api/users/${accountId}`, { body: { role: 'admin' } })
    expect((await principal('GET', '/api/users')).status).toBe(200)
    await admin('PATCH', `/api/users/${accountId}`, { body: { disabled: true } })
    expect(await roleNow()).toBeNull()
    await admin('PATCH', `/api/users/${accountId}`, { body: { disabled: false } })
    expect(await roleNow()).toBeNull()
  })

  it('are open to the operator over the socket, who needs no credentials there', async () => {
    const operator = createApiClient(server.operator.request)
    expect((await operator('GET', '/api/users')).status).toBe(200)
    const members = { email: 'over-the-socket@test.example', name: 'Vera', role: 'planner' }
    const { body } = await operator('POST', '/api/users', { body: members })
    expect(body.invitation.url).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:${server.port}/#/invitation/`))
  })

  it('leave no usable secret in the database, its files or its dump', async () => {
    const members = createTestMembers(server.url, admin)
    const { email, browser } = await members.join('analyst')
    const invited = await members.invite()
    const named = { name: 'gateway', role: 'analyst', scopes: ['map.read'], organisationId: null }
    const { body: key } = await admin('POST', '/api/keys', { body: named })
    const secrets = {
      session: browser.jar.get('lagesbild')!,
      device: browser.jar.get('lagesbild-device')!.split('.')[1]!,
      link: invited.token,
      key: key.token.split('_').slice(2).join('_'),
      password: PASSWORD,
    }
    const markers = { ...secrets, email, prefix: key.prefix }
    const found = await leftovers(
      server.database,
      Object.fromEntries(Object.entries(markers).map(([name, text]) => [name, Buffer.from(text)])),
    )
    expect(found).toEqual(expect.arrayContaining(['row: email in app_user', 'row: prefix in api_key']))
    const readable = found.filter((line) => !/: (?:email|prefix)\b/.test(line))
    expect(readable).toEqual([])
  })

  it.each(['Bearer nonsense', 'Basic eDp5', 'Bearer', 'x'])(
    'refuses the authorization %s',
    async (authorization) => {
      const response = await fetch(`${server.url}/api/layers`, { headers: { authorization } })
      expect(response.status).toBe(401)
    },
  )
})
