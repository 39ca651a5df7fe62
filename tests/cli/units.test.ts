import { parquetWriteBuffer } from 'hyparquet-writer'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { units } from '../../server/cli/units.ts'
import { parseConfig } from '../../server/config/config.ts'
import { cellAt } from '../../server/engine/lattice/lattice.ts'
import { commandsOn, WAYS } from './run-on-server.ts'
import { startTestServer, type TestServer } from '../support/serving/start-server.ts'

const DECLARED = { controller: 'Polisen', legalBasis: 'Avtal', purpose: 'Lägesbild' }
const CELL = cellAt(674_000, 6_580_000, 50)

const config = parseConfig({})
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'units-test-'))
const file = (name: string, contents: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}
beforeAll(async () => {
  server = await startTestServer({ signIn: null, srid: 3006 })
})
afterAll(async () => {
  rmSync(folder, { recursive: true })
  await server?.close()
})

describe.each(WAYS)('lagesbild units import, %s', (way) => {
  const command = commandsOn({ server: () => server, way, config }, [units])
  const run = (...words: readonly string[]) => command('units', ...words)
  const csv = (...rows: readonly string[]) =>
    ['i,j,month,category,count', ...rows.map((row) => `${CELL.i},${CELL.j},${row}`)].join('\n')
  const sourceFile = () => file(`${way}.json`, JSON.stringify({ id: way, ...DECLARED }))

  it('imports CSV and Parquet alike, by a source declared in a file and then by its id', async () => {
    const path = file('sums.csv', csv('2025-03,theft,7', '2025-04,theft,2'))
    const first = await run('import', path, '--source', sourceFile(), '--register', 'police', '--json')
    expect(first.code).toBe(0)
    expect(JSON.parse(first.out)).toMatchObject({
      sourceId: way,
      fileName: 'sums.csv',
      accepted: 2,
      rejected: 0,
    })
    const source = await server.storage.repositories.sources.find(way)
    expect(source).toMatchObject({ register: 'police', controller: 'Polisen' })

    const bytes = parquetWriteBuffer({
      columnData: [
        { name: 'i', data: [CELL.i, CELL.i], type: 'INT32' },
        { name: 'j', data: [CELL.j, CELL.j], type: 'INT32' },
        { name: 'month', data: ['2025-03', '2025-04'], type: 'STRING' },
        { name: 'category', data: ['theft', 'theft'], type: 'STRING' },
        { name: 'count', data: [7n, 3n], type: 'INT64' },
      ],
    })
    const parquet = file('sums', new Uint8Array(bytes))
    const second = await run('import', parquet, '--source', way, '--json')
    expect([second.code, JSON.parse(second.out)]).toEqual([
      0,
      expect.objectContaining({ accepted: 1, revised: 1, duplicates: 1, rejected: 0 }),
    ])
  })

  it('reports the outcome in words, and exits with 1 when no row could be used', async () => {
    const bad = file('bad.csv', csv('2025-03,piracy,7'))
    const { code, out } = await run('import', bad, '--source', sourceFile())
    expect(code).toBe(1)
    expect(out).toMatch(/1 rejected/)
    const lacking = await run('import', file('lacking.csv', 'i,j\n1,2\n'), '--source', sourceFile())
    expect([lacking.code, lacking.out]).toEqual([1, expect.stringContaining('lacks month, category, count')])
  })

  it.each([
    [['export', 'x.csv', '--source', 'a'], 2, /^units: is followed by import/],
    [['import', '--source', 'a'], 2, /^FILE: exactly one file/],
    [['import', 'x.csv'], 2, /^--source: is needed/],
    [['import', 'x.csv', '--source', 'a', '--register', 'police'], 2, /^--register: goes with a source/],
    [['import', '/no/such.csv', '--source', 'a'], 1, /There is no file/],
    [['import', import.meta.filename, '--source', 'nobody'], 1, /nobody is not a known source/],
  ] as const)('refuses %j and exits with %d', async (args, code, message) => {
    expect(await run(...args)).toMatchObject({ code, out: '', err: expect.stringMatching(message) })
  })

  it('makes this month’s cut once there is anything to disclose, and reports when the next is due', async () => {
    const sums = file(
      'open.csv',
      `i,j,month,category,count,setting\n${CELL.i},${CELL.j},2025-03,theft,7,outdoor`,
    )
    if (way === 'remote') {
      const { code, err } = await run('cut')
      expect([code, err]).toEqual([1, expect.stringContaining('This month has its cut')])
      return
    }
    expect((await run('cut')).out).toContain(
      'There is no incident yet that planners and coordinators may be told of.',
    )
    expect((await run('import', sums, '--source', sourceFile())).code).toBe(0)
    const { code, out } = await run('cut', '--json')
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ byHand: false, nextAt: expect.any(String) })
  })
})
