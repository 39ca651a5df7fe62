import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { doctor } from '../../server/cli/doctor.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import type { Session } from '../../server/cli/session.ts'
import { parseConfig } from '../../server/config/config.ts'

/** A server that holds the database, as far as the command asks it. */
const session: Session = {
  kind: 'remote',
  socketPath: '/run/lagesbild.sock',
  call: async ({ id }) =>
    Response.json(id === 'getMap' ? { missing: ['water', 'districts'] } : { database: { kind: 'embedded' } }),
  request: async () => Response.error(),
}

async function run(settings: Readonly<Record<string, string>>, ...args: readonly string[]) {
  const written = { out: '', err: '' }
  const dataDir = mkdtempSync(join(tmpdir(), 'lagesbild-doctor-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const code = await runCommand(['doctor', ...args], [doctor], {
    stdout: { write: (text) => (written.out += text) },
    stderr: { write: (text) => (written.err += text) },
    config: () => parseConfig({ DATA_DIR: dataDir, ...settings }),
    open: async () => session,
    signal: new AbortController().signal,
  })
  return { code, ...written }
}

describe('lagesbild doctor', () => {
  const beyond = { HOST: '0.0.0.0', DEMO: 'off', PUBLIC_URL: 'https://karta.example.se' }

  it('fails for a server beyond loopback without a configured proxy, and reports that', async () => {
    const { code, out } = await run(beyond)
    expect(code).toBe(1)
    expect(out).toMatch(/\nHOST is beyond this machine and TRUST_PROXY is not set: [^\n]+\n/)
    const inJson = await run(beyond, '--json')
    expect(inJson.code).toBe(1)
    expect(JSON.parse(inJson.out).problems).toEqual([expect.stringContaining('TRUST_PROXY')])
  })

  it.each([
    ['behind a proxy', { ...beyond, TRUST_PROXY: 'uniquelocal' }],
    ['on this machine alone', { DEMO: 'off' }],
  ])('finds nothing wrong with a server %s', async (_, settings) => {
    const { code, out } = await run(settings, '--json')
    expect([code, JSON.parse(out).problems]).toEqual([0, []])
  })

  it('lists what a good map lacks and how to add it, without failing', async () => {
    vi.stubEnv('LC_ALL', 'C')
    onTestFinished(() => void vi.unstubAllEnvs())
    const { code, out } = await run({ DEMO: 'off' })
    expect(code).toBe(0)
    expect(out).toMatch(
      /\nThe map lacks water and districts\.\n {2}water: lagesbild areas import FILE --kind water\n/,
    )
  })

  it('fails for a base map that cannot be used, with the reason', async () => {
    vi.stubEnv('LC_ALL', 'C')
    onTestFinished(() => void vi.unstubAllEnvs())
    const missing = join(tmpdir(), 'there-is-no-such.pmtiles')
    const { code, out } = await run({ DEMO: 'off', BASEMAP_PMTILES: missing })
    expect(code).toBe(1)
    expect(out).toContain(`BASEMAP_PMTILES=${missing}: there is no such file; give`)
  })

  it('fails for a template of papers that cannot be used, and says why', async () => {
    vi.stubEnv('LC_ALL', 'C')
    onTestFinished(() => void vi.unstubAllEnvs())
    const missing = join(tmpdir(), 'there-is-no-such.json')
    const { code, out } = await run({ DEMO: 'off', PAPER_TEMPLATE: missing })
    expect(code).toBe(1)
    expect(out).toContain(`PAPER_TEMPLATE=${missing}: there is no such file; give`)
  })

  it('refuses the demo city beyond loopback', async () => {
    const { code, err } = await run({ HOST: '0.0.0.0' })
    expect(code).toBe(2)
    expect(err).toContain('the demo city listens on this machine alone')
  })

  it('reports an unreachable mail server, without printing its password', async () => {
    const mail = { SMTP_URL: 'smtp://stad:hunter2@127.0.0.1:1', MAIL_FROM: 'lagesbild@example.se' }
    const { code, out } = await run({ ...beyond, TRUST_PROXY: 'loopback', ...mail })
    expect(code).toBe(1)
    expect(out).toContain('\nSMTP_URL: the mail server 127.0.0.1:1 takes nothing from here (')
    expect(out).toContain('mail: 127.0.0.1:1 as lagesbild@example.se')
    expect(out).not.toContain('hunter2')
  })
})
