import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { compileWhatIsStale } from '../../server/compile.mjs'

const root = join(import.meta.dirname, '../..')
/** Compiled, as they are delivered: a process then starts in half of the time. */
const SERVER = 'dist/server/main.js'
const COMMAND_LINE = 'dist/server/cli/index.js'
beforeAll(() => expect(compileWhatIsStale({ onBegin: () => {} })).toBe(0))
const CLOSE_FOR_EVER = fileURLToPath(new URL('../support/children/never-closes.ts', import.meta.url))
const directory = mkdtempSync(join(tmpdir(), 'lagesbild-process-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

/** A process of ours with settings of its own, its output, and its exit code. */
function run(script: string, args: readonly string[], settings: Readonly<Record<string, string>>) {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'test', ...settings }
  // In a process group of its own, which can be sent a signal as one.
  const options = { cwd: root, env, detached: true }
  const loader = script.endsWith('.ts') ? ['--import', 'tsx'] : []
  const child = spawn(process.execPath, [...loader, resolve(root, script), ...args], options)
  onTestFinished(() => void child.kill('SIGKILL'))
  const output = { out: '', err: '' }
  const waiting = new Set<() => void>()
  const took = (name: 'out' | 'err') => (chunk: Buffer) => {
    output[name] += chunk.toString()
    for (const look of waiting) look()
  }
  child.stdout.on('data', took('out'))
  child.stderr.on('data', took('err'))
  // Not at `exit`, when what it said last may still be on its way.
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said = (text: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = text.exec(output.out)
        if (found !== null) resolve(found)
      }
      waiting.add(look)
      look()
      void ended.then(() => reject(new Error(`ended before it said ${text}: ${output.out}${output.err}`)))
    })
  return { child, output, ended, said }
}

async function failure(settings: Readonly<Record<string, string>>) {
  const { ended, output } = run(SERVER, [], {
    DATA_DIR: directory,
    LOG_LEVEL: 'warn',
    ADMIN_PORT: 'none',
    ...settings,
  })
  return { code: await ended, lines: `${output.out}${output.err}`.trim().split('\n') }
}

const HEADINGS = join(directory, 'headings.json')
writeFileSync(HEADINGS, '{ "statement": [] }')

/** A process of ours takes seconds to start on an idle machine. */
const LONG_MS = 240_000

describe('a start that cannot succeed', { timeout: LONG_MS }, () => {
  it.each<[string, Record<string, string>, number, RegExp]>([
    ['a bad setting', { PORT: 'eighty' }, 2, /^PORT=eighty: must be a whole number/],
    ['a setting that does not exist', { CITY_TITLE: 'x' }, 2, /^CITY_TITLE is no setting/],
    ['a misspelt setting', { DATABSE_URL: 'x' }, 2, /did you mean DATABASE_URL\?/],
    ['a geographic CRS', { CITY_CRS: '4326', DEMO: 'off', PORT: '0' }, 2, /4326/],
    [
      'a template of papers without its sections',
      { PAPER_TEMPLATE: HEADINGS },
      2,
      /^PAPER_TEMPLATE=.*headings\.json: statement: the sections proposal, summary, .* are missing\.$/,
    ],
    ['the demo beyond loopback', { HOST: '0.0.0.0' }, 2, /^HOST=0\.0\.0\.0: the demo city/],
    [
      'an unreachable database',
      { DATABASE_URL: 'postgres://x:y@127.0.0.1:1/z', PORT: '0' },
      3,
      /127\.0\.0\.1|DATABASE_URL|answer/,
    ],
  ])('says so in a line a language: %s', async (_, settings, code, line) => {
    const found = await failure(settings)
    expect(found.lines.length).toBeLessThanOrEqual(2)
    expect(found.lines.at(-1)).toMatch(line)
    expect(found.code).toBe(code)
  })

  it('says which port is taken, before it opens anything', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const { port } = other.address() as AddressInfo
    const found = await failure({ PORT: String(port) })
    expect(found).toEqual({
      code: 3,
      lines: [`Port ${port} is in use: stop what listens there, or set PORT to another.`],
    })
    await new Promise((resolve) => other.close(resolve))
  })
})

describe('a running server', () => {
  it(
    'holds its folder, serves commands, and ends cleanly when its process group gets SIGTERM more than once',
    async () => {
      const settings = { DATA_DIR: directory, DEMO: 'off', LOG_LEVEL: 'info', ADMIN_PORT: '0' }
      const server = run(SERVER, [], { ...settings, PORT: '0' })
      const [, port, token] = await server.said(
        /makes you one, once:\s+http:\/\/localhost:(\d+)\/#\/invitation\/([\w-]{43})\n/,
      )
      // By number: a name of two addresses is tried at one of them for a quarter of a second, which may be too short.
      const url = `http://127.0.0.1:${port}`
      const readiness = async (at: string) => (await fetch(`${at}/readyz`)).json()
      expect(await readiness(url)).toEqual({ status: 'ready' })
      const [, adminUrl] = /"url":"(http:[^"]+)"/.exec(server.output.err)!
      expect(await readiness(adminUrl!)).toMatchObject({ database: { kind: 'embedded' }, demo: false })

      const socketPath = join(directory, 'operator.sock')
      expect(statSync(socketPath).mode & 0o777).toBe(0o600)

      expect(statSync(join(directory, 'session-secret')).mode & 0o077).toBe(0)

      const accepted = await fetch(`${url}/api/invitations/acceptance`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token, password: 'nio gröna cyklar i ån' }),
      })
      expect((await accepted.json()).user).toMatchObject({ email: 'admin@localhost', role: 'admin' })

      const second = await failure({ ...settings, PORT: '0', LOG_LEVEL: 'silent' })
      expect(second.code).toBe(3)
      expect(second.lines).toHaveLength(1)
      expect(second.lines[0]).toContain(String(server.child.pid))

      const doctor = run(COMMAND_LINE, ['doctor', '--json'], settings)
      expect(await doctor.ended).toBe(0)
      expect(JSON.parse(doctor.output.out).database).toMatchObject({
        kind: 'embedded',
        server: socketPath,
      })

      const invited = run(COMMAND_LINE, ['user', 'add', 'vera@test.example', '--role', 'planner'], settings)
      expect(await invited.ended).toBe(0)
      expect(invited.output.out).toContain(`http://localhost:${port}/#/invitation/`)

      const copy = join(directory, 'public-copy')
      const exported = run(COMMAND_LINE, ['publish', 'export', copy], settings)
      expect([await exported.ended, exported.output.err]).toEqual([0, ''])
      expect(JSON.parse(readFileSync(join(copy, 'index.json'), 'utf8'))).toMatchObject({ releases: [] })

      const city = join(directory, 'city')
      const held = [socketPath, join(city, 'lagesbild.lock'), join(city, 'postgres/postmaster.pid')]
      expect(held.filter((path) => existsSync(path))).toEqual(held)
      process.kill(-server.child.pid!, 'SIGTERM')
      await server.said(/Closing \(SIGTERM\)/)
      process.kill(-server.child.pid!, 'SIGTERM')
      process.kill(-server.child.pid!, 'SIGINT')
      expect(await server.ended).toBe(0)
      expect(server.output.err.match(/again: it is closing already/g)).toHaveLength(1)
      expect(held.filter((path) => existsSync(path))).toEqual([])
    },
    LONG_MS,
  )

  it('ends with 3 and a line that says so where closing takes too long', async () => {
    const { child, said, ended, output } = run(CLOSE_FOR_EVER, [], {})
    await said(/waiting/)
    child.kill('SIGTERM')
    await said(/closing for SIGTERM/)
    expect(await ended).toBe(3)
    expect(output.out).toMatch(/Closing took longer than 0\.5 s: ended at once\.\n$/)
  })
})
