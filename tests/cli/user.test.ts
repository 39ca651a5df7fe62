import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { user } from '../../server/cli/user.ts'
import { parseConfig } from '../../server/config/config.ts'
import { commandsOn, WAYS } from './run-on-server.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const config = parseConfig({ PUBLIC_URL: 'https://karta.example.se/' })
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ signIn: null })
  await server.database.repositories.people.insertOrganisation({ name: 'Handlarna', placeIds: [] })
})
afterAll(() => server.close())

describe.each(WAYS)('lagesbild user, %s', (way) => {
  const email = `vera.${way}@test.example`

  const command = commandsOn({ server: () => server, way, config }, [user])
  const run = (...words: readonly string[]) => command('user', ...words)
  const lookup = async (token: string) =>
    (
      await fetch(`${server.url}/api/invitations/lookup`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token }),
      })
    ).status
  const tokenIn = (text: string) => /\/#\/invitation\/([\w-]{43})/.exec(text)![1]!

  it('invites by a link, which a newer link replaces', async () => {
    const added = await run('add', email, '--role', 'partner', '--organisation', 'handlarna')
    expect(added.code).toBe(0)
    expect(added.out).toMatch(new RegExp(`^\\d+\\t${email}\\tpartner\\tinvited\\t`))
    if (way === 'direct') expect(added.out).toContain('https://karta.example.se/#/invitation/')
    expect(await lookup(tokenIn(added.out))).toBe(200)
    const reset = JSON.parse((await run('reset', email, '--json')).out)
    expect(await lookup(tokenIn(added.out))).toBe(404)
    expect(await lookup(tokenIn(reset.link.url))).toBe(200)
  })

  it('disables, enables and lists', async () => {
    expect((await run('disable', email.toUpperCase())).out).toContain('\tdisabled\t')
    const { items } = JSON.parse((await run('list', '--json')).out)
    expect(items.find((person: { email: string }) => person.email === email)).toMatchObject({
      disabled: true,
    })
    expect((await run('enable', email)).out).toContain('\tinvited\t')
    expect((await run('list')).out).toContain(email)
  })

  it.each([
    [['add', 'x@test.example', '--role', 'boss'], 2, /^role: one of/],
    [['add', 'x@test.example'], 2, /^role: /],
    [['add', 'nobody', '--role', 'planner'], 2, /^email: /],
    [['add', 'x@test.example', '--role', 'partner', '--organisation', 'Ingen'], 1, /no organisation Ingen/],
    [['disable', 'ghost@test.example'], 1, /no account ghost@test.example/],
    [['disable'], 2, /^EMAIL: /],
    [['list', 'x@test.example'], 2, /^EMAIL: /],
    [['promote', 'x@test.example'], 2, /^user: /],
  ])('refuses %j with one line', async (args, code, line) => {
    const refused = await run(...args)
    expect(refused).toMatchObject({ code, out: '' })
    expect(refused.err).toMatch(line)
  })
})
