import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { city } from '../../server/cli/city.ts'
import type { CommandContext } from '../../server/cli/command.ts'
import { openSession } from '../../server/cli/open-session.ts'
import { runCommand } from '../../server/cli/run-command.ts'
import { parseConfig } from '../../server/config/config.ts'
import { withEnvFile } from '../../server/config/env-file.ts'
import { databasesUnderTest } from '../support/databases.ts'
import { writeMadeCity } from '../support/cities/made-city.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'city-init-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs `lagesbild city init` in a folder, as the command line would, with answers to what it asks in their order. */
async function init(folder: string, words: readonly string[], answers: readonly string[] | null = null) {
  const said = { out: '', err: '' }
  const left = [...(answers ?? [])]
  const questions: string[] = []
  const envFile = join(folder, '.env')
  let environment = withEnvFile({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' }, envFile)
  const clock = { nowMs: () => Date.now() }
  const opened: Awaited<ReturnType<typeof openSession>>[] = []
  const context: CommandContext = {
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
    signal: new AbortController().signal,
    config: () => parseConfig(environment),
    async open() {
      opened[0] ??= await openSession(parseConfig(environment), clock, () => {})
      return opened[0].session
    },
    setup: {
      envFile,
      settle: (settings) => (environment = { ...environment, ...settings }),
      hasSetting: (name) => Boolean(environment[name]),
      prompt:
        answers === null
          ? null
          : async (question) => {
              questions.push(question)
              return left.shift() ?? ''
            },
    },
  }
  const code = await runCommand(['city', 'init', ...words], [city], context)
  for (const session of opened) await session.close()
  return { code, questions, ...said }
}

describe.each(databasesUnderTest)('lagesbild city init on $kind', ({ kind, open }) => {
  async function databaseWords(): Promise<readonly string[]> {
    if (kind === 'embedded') return []
    const database = await open()
    onTestFinished(() => database.close())
    return ['--database', database.ownerUrl!]
  }

  it('creates a city from files, and reports what exists when it is run again', async () => {
    const folder = emptyFolder()
    const files = writeMadeCity(folder)
    // A board that a new city does not have yet is added with the source that names it.
    const boards = [{ organisation: 'Trafiknämnden', ground: 'OSL 10 kap. 27 §' }]
    const declared = JSON.parse(readFileSync(files.source, 'utf8'))
    writeFileSync(files.source, JSON.stringify({ ...declared, boards, citable: false }))
    const words = [
      ...(await databaseWords()),
      '--name',
      'Nystad',
      '--study',
      files.study,
      '--water',
      files.water,
      '--districts',
      files.districts,
      '--districts-name',
      'name',
      '--source',
      files.source,
      '--incidents',
      files.incidents,
    ]
    const first = await init(folder, words)
    expect([first.code, first.err]).toEqual([0, ''])
    expect(first.out).toContain(`${files.study}: 1 areas of kind study imported, 0 known already.`)
    expect(first.out).toContain(`${files.districts}: 4 areas of kind district imported`)
    expect(first.out).toContain('The source anmalningar is declared.')
    expect(first.out).toContain('The map of Nystad is there')
    const settings = readFileSync(join(folder, '.env'), 'utf8')
    expect(settings).toContain('CITY_CRS=3006\nCITY_TIMEZONE=Europe/Stockholm\nDEMO=off\n')
    expect(settings.includes('SESSION_SECRET=')).toBe(kind === 'postgis')
    expect(statSync(join(folder, '.env')).mode & 0o777).toBe(0o600)

    const again = JSON.parse((await init(folder, [...words, '--json'])).out)
    expect(again.settings).toEqual([])
    expect(
      again.areas.map(({ imported, unchanged }: Record<string, number>) => [imported, unchanged]),
    ).toEqual([
      [0, 1],
      [0, 1],
      [0, 4],
    ])
    expect([again.incidents.status.rowsRead, again.incidents.status.accepted]).toEqual([60, 0])
    expect(again.missing).toEqual(['base-map', 'base-areas'])
    const [west, south, east, north] = again.bounds
    expect([west, south, east, north].map((side: number) => side.toFixed(2))).toEqual([
      '18.00',
      '59.30',
      '18.10',
      '59.35',
    ])
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe(settings)
  }, 120_000)

  it('refuses another coordinate system than the settings have', async () => {
    const folder = emptyFolder()
    const { study } = writeMadeCity(folder)
    writeFileSync(join(folder, '.env'), 'POSTGRES_PASSWORD=abc\nCITY_CRS=3006\n')
    const { code, err } = await init(folder, ['--study', study, '--crs', '25832'])
    expect([code, err]).toEqual([
      2,
      `${join(folder, '.env')} sets CITY_CRS otherwise; change it there, or leave the option out.\n`,
    ])
    expect(readFileSync(join(folder, '.env'), 'utf8')).toBe('POSTGRES_PASSWORD=abc\nCITY_CRS=3006\n')
  })
})

describe('lagesbild city init', () => {
  it('prompts on a terminal for missing options, in the language of the shell', async () => {
    vi.stubEnv('LC_ALL', 'sv_SE.UTF-8')
    onTestFinished(() => void vi.unstubAllEnvs())
    const folder = emptyFolder()
    const { study, districts } = writeMadeCity(folder)
    const answers = ['Nystad', '', '', study, '', '', districts, 'name', '', '', '']
    const { code, questions, out } = await init(folder, [], answers)
    expect(code).toBe(0)
    expect(questions[0]).toBe('Stadens namn: ')
    expect(questions[1]).toBe('EPSG-kod för dess koordinatsystem (3006): ')
    expect(out).toContain('4 områden av slaget district inlästa')
    expect(out).toContain('Kartan över Nystad finns: npm start')
  }, 120_000)

  const WORLD = { type: 'FeatureCollection', features: [] }
  it.each([
    ['no file of the border', [], 2, '--study'],
    ['a border that is not there', ['--study', 'nowhere.geojson'], 1, 'There is no file nowhere.geojson.'],
    [
      'waters that are none',
      ['--study', 'STUDY', '--water', 'BAD'],
      1,
      'bad.geojson: The file is no GeoJSON FeatureCollection with features',
    ],
    [
      'a source that declares nothing',
      ['--study', 'STUDY', '--source', 'BAD'],
      1,
      'bad.geojson declares no source: ',
    ],
    ['a base map that is none', ['--study', 'STUDY', '--base-map', 'MAP'], 2, 'is no PMTiles archive'],
    [
      'a coordinate system in degrees',
      ['--study', 'STUDY', '--crs', '4326'],
      2,
      'is not projected in metres',
    ],
    [
      'a time zone that there is not',
      ['--study', 'STUDY', '--timezone', 'Mars/Base'],
      2,
      'CITY_TIMEZONE=Mars/Base',
    ],
    [
      'a border elsewhere than its coordinate system',
      ['--study', 'STUDY', '--crs', '27700'],
      1,
      'study.geojson: ',
    ],
  ])('with %s is refused with the reason and leaves nothing behind', async (_, words, exitCode, reason) => {
    const folder = emptyFolder()
    const { study } = writeMadeCity(folder)
    const bad = join(folder, 'bad.geojson')
    const map = join(folder, 'map.pmtiles')
    writeFileSync(bad, JSON.stringify(WORLD))
    writeFileSync(map, 'no map')
    const before = readdirSync(folder)
    const paths: Readonly<Record<string, string>> = { STUDY: study, BAD: bad, MAP: map }
    const { code, err } = await init(
      folder,
      words.map((word) => paths[word] ?? word),
    )
    expect(err).toContain(reason)
    expect(code).toBe(exitCode)
    expect(readdirSync(folder)).toEqual(before)
    expect(existsSync(join(folder, 'data'))).toBe(false)
  })
})
