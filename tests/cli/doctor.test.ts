import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { doctor } from '../../server/cli/doctor.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import type { Session } from '../../server/cli/session.ts'
import { parseConfig } from '../../server/config/config.ts'

/** A server that holds the database, as far as the command asks it. */
const session: Session = {
  kind: 'remote',
  socketPath: '/run/lagesbild.sock',
  call: async () => Response.json({ database: { kind: 'embedded' } }),
  request: async () => Response.error(),
}

async function run(settings: Readonly<Record<string, string>>, ...messages: readonly string[]) {
  const written = { out: '', err: '' }
  const dataDir = mkdtempSync(join(tmpdir(), 'lagesbild-doctor-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true }))
  const code = await runCommand(['doctor', ...messages], [doctor], {
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

  it('fails for a server beyond loopback that no proxy is told to stand before, and says so', async () => {
    const { code, out } = await run(beyond)
    expect(code).toBe(1)
    expect(out).toMatch(/\nHOST is beyond this machine and TRUST_PROXY is not set: [^\n]+\n$/)
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

  it('refuses the demo city beyond loopback', async () => {
    const { code, err } = await run({ HOST: '0.0.0.0' })
    expect(code).toBe(2)
    expect(err).toContain('the demo city listens on this machine alone')
  })
})
