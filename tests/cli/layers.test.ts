import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { directSession } from '../../server/cli/direct-session.ts'
import { layers } from '../../server/cli/layers.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import type { Session } from '../../server/cli/session.ts'
import { parseConfig } from '../../server/config/config.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const HEADER = 'id,name,lon,lat\n'
const TORGET = '1,Torget,18.06,59.33\n'
const PARKEN = '2,Parken,18.07,59.34\n'
const SAID = ['--default', 'operator=Staden', '--default', 'purpose=Trygghet']

const config = parseConfig({})
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'layers-test-'))
const file = (name: string, contents: string) => {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}
beforeAll(async () => {
  server = await startTestServer({ signIn: null, srid: 3006 })
})
afterEach(async () => {
  for (const table of ['layer_import_change', 'layer_import', 'camera'])
    await server.database.knex(table).delete()
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server?.close()
})

const SESSIONS: Readonly<Record<string, () => Session>> = {
  direct: () => directSession({ ...server, engine: async () => server.engine, config }).session,
  remote: () => server.operator,
}

describe.each(['direct', 'remote'])('lagesbild layers import, %s', (way) => {
  async function run(...args: readonly string[]) {
    const written = { out: '', err: '' }
    const code = await runCommand(['layers', 'import', ...args], [layers], {
      stdout: { write: (text) => (written.out += text) },
      stderr: { write: (text) => (written.err += text) },
      config: () => config,
      open: async () => SESSIONS[way]!(),
      signal: new AbortController().signal,
    })
    return { code, ...written }
  }
  const cameras = async () => (await server.database.knex('camera').orderBy('name')).map(({ name }) => name)

  it('imports a register once by a guessed mapping and the options given, and undoes the import', async () => {
    const path = file('kameror.csv', HEADER + TORGET + PARKEN)
    const first = await run(path, '--layer', 'cameras', ...SAID, '--json')
    expect([first.code, first.err]).toEqual([0, ''])
    const { import: delivery } = JSON.parse(first.out)
    expect(delivery).toMatchObject({ kind: 'cameras', fileName: 'kameror.csv', added: 2 })
    const again = await run(path, '--layer', 'cameras', ...SAID)
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('nothing was changed')])
    expect(await cameras()).toEqual(['Parken', 'Torget'])
    const undone = await run('--undo', String(delivery.id))
    expect([undone.code, undone.out]).toEqual([0, `Import ${delivery.id} is undone.\n`])
    expect(await cameras()).toEqual([])
  })

  it('previews a register, saves the complete mapping, and imports by it', async () => {
    const path = file('kameror.csv', HEADER + TORGET + PARKEN)
    const saved = join(folder, `${way}-mapping.json`)
    const shown = await run(path, '--layer', 'cameras', '--preview', '--save-mapping', saved)
    expect(shown.code).toBe(1)
    expect(shown.out).toContain('The file does not say operator, purpose')
    expect(shown.out).toContain('Would be: 2 new, 0 changed')
    expect(shown.out).toContain('2: 1, 18.06 59.33, name: Torget, status: active')
    expect(await cameras()).toEqual([])
    const mapping = JSON.parse(readFileSync(saved, 'utf8'))
    mapping.defaults = { ...mapping.defaults, operator: 'Staden', purpose: 'Trygghet' }
    const edited = file(`${way}-edited.json`, JSON.stringify(mapping))
    expect((await run(path, '--mapping', edited, '--preview')).code).toBe(0)
    expect((await run(path, '--mapping', edited)).code).toBe(0)
    expect(await cameras()).toEqual(['Parken', 'Torget'])
    expect((await run(path, '--layer', 'cameras', '--preview', '--save-mapping', saved)).code).toBe(2)
  })

  it('names the features that a delivery lacks, and closes them with --missing close', async () => {
    const both = file('maj.csv', HEADER + TORGET + PARKEN)
    const one = file('juni.csv', HEADER + TORGET)
    await run(both, '--layer', 'cameras', ...SAID)
    const kept = await run(one, '--layer', 'cameras', ...SAID)
    expect(kept.out).toContain('1 features (Parken) are lacking in the file and stay')
    const closed = await run(one, '--layer', 'cameras', ...SAID, '--missing', 'close')
    expect(closed.out).toContain('1 as before, 1 closed')
  })

  it.each<[string, readonly string[], number, RegExp]>([
    ['no layer', ['kameror.csv'], 2, /--layer: is one of cameras, patrol-zones, focus-areas/],
    ['a layer that is none', ['kameror.csv', '--layer', 'moons'], 1, /kind: is one of cameras/],
    ['a default without a field', ['kameror.csv', '--layer', 'cameras', '--default', 'x'], 2, /FIELD=TEXT/],
    ['a guess that leaves something to say', ['kameror.csv', '--layer', 'cameras'], 1, /defaults.operator/],
    ['no file', ['--layer', 'cameras'], 2, /exactly one file/],
    ['a file that is not there', ['nej.csv', '--layer', 'cameras'], 1, /There is no file/],
    ['a number that is none', ['--undo', 'x'], 2, /is the number of an import/],
    ['an import that is not there', ['--undo', '99999'], 1, /99999/],
  ])('refuses %s', async (_, args, code, words) => {
    file('kameror.csv', HEADER + TORGET)
    const refused = await run(...args.map((text) => (text.endsWith('.csv') ? join(folder, text) : text)))
    expect([refused.code, refused.err]).toEqual([code, expect.stringMatching(words)])
  })
})
