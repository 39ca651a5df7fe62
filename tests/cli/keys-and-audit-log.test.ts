import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audit } from '../../server/cli/audit.ts'
import { directSession } from '../../server/cli/direct-session.ts'
import { key } from '../../server/cli/key.ts'
import { publish } from '../../server/cli/publish.ts'
import { purge } from '../../server/cli/purge.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import { surveys } from '../../server/cli/surveys.ts'
import { user } from '../../server/cli/user.ts'
import { parseConfig } from '../../server/config/config.ts'
import { createAuditService } from '../../server/platform/audit/audit-service.ts'
import { insertDistrict } from '../support/cities/districts.ts'
import { yearContents } from '../support/release-fixture.ts'
import { SAMPLE_SOURCE, sampleIncident } from '../support/sample-rows.ts'
import { commandsOn, WAYS } from './run-on-server.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const config = parseConfig({})
let server: TestServer
const directory = mkdtempSync(join(tmpdir(), 'lagesbild-cli-'))
beforeAll(async () => {
  server = await startTestServer({ signIn: null })
  await insertDistrict(server.database.repositories.features, 'Öster')
})
afterAll(async () => {
  rmSync(directory, { recursive: true, force: true })
  await server.close()
})

describe.each(WAYS)('a command, %s', (way) => {
  const run = commandsOn({ server: () => server, way, config }, [key, audit, surveys])
  const add = (...more: readonly string[]) =>
    run('key', 'add', '--name', 'gateway', '--role', 'analyst', '--scope', 'map.read', ...more)
  const whoWith = (token: string) =>
    fetch(`${server.url}/api/layers`, { headers: { authorization: `Bearer ${token}` } }).then(
      ({ status }) => status,
    )

  it('makes a key that opens the API, lists it without its secret, and revokes it', async () => {
    const made = await add()
    expect(made.code).toBe(0)
    const [, token] = made.out.split('\n')
    expect(await whoWith(token!)).toBe(200)
    const { items } = JSON.parse((await run('key', 'list', '--json')).out)
    expect(items[0]).toMatchObject({ name: 'gateway', scopes: ['map.read'], createdBy: 'operator' })
    expect((await run('key', 'list')).out).not.toContain(token!.slice(12))
    const revoked = await run('key', 'revoke', String(items[0].id))
    expect(revoked).toMatchObject({ code: 0, out: expect.stringMatching(/revoked/) })
    server.access.authenticator.forget()
    expect(await whoWith(token!)).toBe(401)
  })

  it.each([
    [['key', 'add', '--name', 'x', '--role', 'boss', '--scope', 'map.read'], /^role: /],
    [['key', 'add', '--name', 'x', '--role', 'planner', '--scope', 'incidents.read'], /^scopes: /],
    [['key', 'revoke', 'all'], /^ID: /],
    [['key', 'forget'], /^key: /],
    [['audit', '--kind', 'gossip'], /^kind: /],
    [['audit', '--from', 'soon'], /^from: /],
    [['surveys', 'export'], /^surveys: /],
  ])('refuses %j in one line', async (args, line) => {
    const { code, err } = await run(...args)
    expect(code).toBeGreaterThan(0)
    expect(err).toMatch(line)
    expect(err.trim().split('\n')).toHaveLength(1)
  })

  it('imports survey figures, with the reason for each refused line', async () => {
    const path = join(directory, 'survey.csv')
    const header = 'indicator;wave;area;group;percent;margin;answers;source'
    writeFileSync(path, `${header}\nsafe-outdoors-at-night;2025;Öster;all;71,5;4;412;Trygghetsmätningen\n`)
    expect(await run('surveys', 'import', path)).toMatchObject({
      code: 0,
      out: 'safe-outdoors-at-night, 2025: 1 figures\n',
    })
    expect(await server.database.repositories.surveys.list()).toMatchObject([{ percent: 71.5, answers: 412 }])
    writeFileSync(path, `${header}\nsafe-outdoors-at-night;2025;Norr;all;71,5;4;412;Trygghetsmätningen\n`)
    expect(await run('surveys', 'import', path)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^line 2: /),
    })
  })

  it('prints the audit log in three formats, and is logged as the operator', async () => {
    const lines = await run('audit', '--kind', 'people,import')
    expect(lines.out).toMatch(/Z {2}operator {2}people revokeKey key\/\d+\n/)
    expect(lines.out).toMatch(/Z {2}operator {2}import createSurveyImport\n/)
    const events = JSON.parse((await run('audit', '--actor', 'operator', '--json')).out)
    expect(events[0]).toMatchObject({ kind: 'export', action: 'listAuditEvents', actor: 'operator' })
    const csv = (await run('audit', '--csv')).out
    expect(csv).toMatch(/^id,at,kind,/)
    expect(csv.trim().split('\r\n').length).toBeGreaterThan(events.length)
  })
})

describe('a command on the database whose outcome cannot be stored', () => {
  it.each([
    ['inviteUser', ['user', 'add', 'ny@test.example', '--role', 'planner']],
    ['resetUser', ['user', 'reset', 'ny@test.example']],
    ['updateUser', ['user', 'disable', 'ny@test.example']],
    ['purge', ['purge']],
    ['eraseIncident', ['purge', '--incident', '1']],
    ['discardRelease', ['publish', 'discard', '1']],
  ])('has stored an audit intent before: %s', async (action, args) => {
    const { knex, repositories } = server.database
    if (action === 'eraseIncident') {
      await repositories.sources.save(SAMPLE_SOURCE)
      await repositories.incidents.insert([sampleIncident()])
    }
    if (action === 'discardRelease') {
      await repositories.releases.insert({
        kind: 'public',
        key: '2025',
        placeId: null,
        snapshotVersion: 'v',
        contents: yearContents(),
        attack: { hidden: 1, atoms: 1, constraints: 1, breaches: [], hiddenBesides: 0 },
        prepared: { by: 'operator', name: null, at: '2026-03-01T00:00:00.000Z' },
      })
    }
    const { clock, log } = server.storage
    const auditLog = createAuditService({ repository: repositories.audit, clock, log })
    await knex('audit_begun').delete()
    await knex.raw('ALTER TABLE audit_event RENAME TO audit_event_away')
    const running = runCommand(args, [user, purge, publish], {
      stdout: { write() {} },
      stderr: { write() {} },
      config: () => config,
      open: async () => {
        const storage = { ...server.storage, auditLog }
        return directSession({ storage, engine: async () => server.engine, config }).session
      },
      signal: new AbortController().signal,
    })
    await running.catch(() => {})
    await knex.raw('ALTER TABLE audit_event_away RENAME TO audit_event')
    expect(await running).toBe(3)
    expect(await knex('audit_begun').select('action', 'actor')).toEqual([{ action, actor: 'operator' }])
  })
})
