import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import { mkdtemp, rm } from 'node:fs/promises'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { directSession } from '../../server/cli/direct-session.ts'
import { document } from '../../server/cli/document.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import type { Session } from '../../server/cli/session.ts'
import { parseConfig } from '../../server/config/config.ts'
import { squareArea } from '../support/cities/release-city.ts'
import { X, Y } from '../support/cities/small-city.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const config = parseConfig({})
let server: TestServer
let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'document-'))
  server = await startTestServer({ signIn: null, srid: 3006 })
  await server.storage.repositories.features.insert('areas', squareArea(7, 'place', [X, Y, 400, 400]))
  await server.engine.snapshots.refresh()
})
afterAll(async () => {
  await server?.close()
  await rm(folder, { recursive: true, force: true })
})

const SESSIONS: Readonly<Record<string, () => Session>> = {
  direct: () => directSession({ ...server, engine: async () => server.engine, config }).session,
  remote: () => server.operator,
}

describe.each(['direct', 'remote'])('lagesbild document, %s', (way) => {
  async function run(...args: readonly string[]) {
    const written = { out: '', err: '' }
    const code = await runCommand(['document', ...args], [document], {
      stdout: { write: (text) => (written.out += text) },
      stderr: { write: (text) => (written.err += text) },
      config: () => config,
      open: async () => SESSIONS[way]!(),
      signal: new AbortController().signal,
    })
    return { code, ...written }
  }

  it('writes a paper of a place by its name as a Word file, and prints what is missing in it', async () => {
    const output = join(folder, `${way}.docx`)
    const { code, out } = await run('action-plan', '--place', 'Place 7', '--output', output)
    expect([code, out]).toEqual([
      0,
      `${output}\n! Inget problem är formulerat för området.\n! Ingen åtgärd är beslutad.\n`,
    ])
    const { 'word/document.xml': xml } = unzipSync(await readFile(output))
    expect(strFromU8(xml!)).toContain('Åtgärdsplan för place 7')
  })

  it('writes the reply to a referral by the id of its case, for whom the case is', async () => {
    const coordinator = await server.as('coordinator')
    const { features } = (await coordinator('GET', '/api/areas?kind=place')).body
    const title = `Ljus i tunnlar, ${way}`
    const referral = { referredBy: 'Trafiknämnden', dueOn: '2026-08-31', board: 'Stadsdelsnämnden' }
    const made = await coordinator('POST', '/api/board-cases', {
      body: { areaId: features[0].id, form: 'referral-answer', title, ...referral },
    })
    expect(made.status).toBe(201)
    const item = String(made.body.id)
    const { code, out } = await run('referral-answer', '--place', 'place 7', '--item', item, '--json')
    const paper = JSON.parse(out)
    expect([code, paper.title]).toEqual([0, `Svar på remiss: ${title}`])
    expect(paper.facts).toContainEqual({ name: 'För', value: 'myndigheterna' })
    const without = await run('statement', '--place', 'place 7', '--json')
    expect([without.code, without.err]).toEqual([1, expect.stringContaining('the id of the case is needed')])
  })

  it('lists the existing places when no place has the given name', async () => {
    const { code, err } = await run('action-plan', '--place', 'Torget', '--json')
    expect([code, err]).toEqual([1, expect.stringContaining('there are place 7')])
  })

  it('lists the known kinds when the given kind is unknown', async () => {
    const { code, err } = await run('novel', '--place', 'place 7', '--json')
    expect([code, err]).toEqual([2, expect.stringContaining('one of situation-picture, action-plan')])
  })
})
