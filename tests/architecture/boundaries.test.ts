import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { pageSources } from '../../server/page-sources.mjs'
import { MODULES, REPOSITORIES, WEB_ROOMS } from './rooms.mjs'

const ROOT = resolve(import.meta.dirname, '../..')
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

interface Cruise {
  readonly modules: number
  readonly broken: readonly string[]
}

interface WholeCruise {
  readonly modules: readonly {
    readonly source: string
    readonly dependencies: readonly { readonly resolved: string }[]
  }[]
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly {
      readonly rule: { readonly name: string }
      readonly from: string
      readonly to: string
    }[]
  }
}

/** Runs the dependency rules over the named folders of a tree. */
async function cruise(tree: string, folders: readonly string[]): Promise<Cruise> {
  const { summary } = await cruiseWhole(tree, folders)
  return {
    modules: summary.totalCruised,
    broken: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  }
}

function cruiseWhole(tree: string, folders: readonly string[]): Promise<WholeCruise> {
  const args = [
    CRUISER,
    ...folders,
    '--config',
    join(ROOT, '.dependency-cruiser.mjs'),
    '--output-type',
    'json',
  ]
  return new Promise((resolveCruise, reject) => {
    execFile(process.execPath, args, { cwd: tree, maxBuffer: 1 << 28 }, (_error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr))
      else resolveCruise(JSON.parse(stdout))
    })
  })
}

const FACE = 'export const face = 1\n'
const importing = (path: string) =>
  `import { face } from '${path}'\nexport const planted = () => face\nexport { face }\n`

/** Every import from one file of the product to another. */
async function arrows(tree: string): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const { modules } = await cruiseWhole(tree, ['server', 'db', 'web'])
  return modules.flatMap(({ source, dependencies }) =>
    dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
  )
}

const roomOf = (path: string) => path.split('/').slice(0, 2).join('/')
const arrowsOf = (floor: string, rooms: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(rooms).flatMap(([room, others]) =>
    others.map((other) => `${floor}/${room} → ${floor}/${other}`),
  )

const planted: string[] = []

/** A tree of its own that holds the given files. */
function plant(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), 'lagesbild-boundaries-'))
  planted.push(tree)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  return tree
}

afterEach(() => {
  for (const tree of planted.splice(0)) rmSync(tree, { recursive: true })
})

describe('who may import whom', () => {
  it('holds in the whole product', async () => {
    const { modules, broken } = await cruise(ROOT, ['server', 'db', 'tiles', 'web', 'tests'])
    expect(broken).toEqual([])
    expect(modules).toBeGreaterThan(100)
  })

  it.each([
    [
      'the engine importing a module',
      {
        'server/engine/planted.ts': importing('../reviews/index.ts'),
        'server/reviews/index.ts': FACE,
      },
      'engine: server/engine/planted.ts → server/reviews/index.ts',
    ],
    [
      'the platform importing a module, by a type alone',
      {
        'server/platform/planted.ts':
          "import type { face } from '../reviews/index.ts'\nexport type Planted = typeof face\n",
        'server/reviews/index.ts': FACE,
      },
      'platform: server/platform/planted.ts → server/reviews/index.ts',
    ],
    [
      'a module reaching into another’s inside',
      {
        'server/reviews/planted.ts': importing('../checks/inside.ts'),
        'server/checks/inside.ts': FACE,
      },
      'module-reviews: server/reviews/planted.ts → server/checks/inside.ts',
    ],
    [
      'a circle between modules that is none between files',
      {
        'server/reviews/planted.ts': importing('../checks/index.ts'),
        'server/checks/index.ts': FACE,
        'server/checks/other.ts': importing('../reviews/index.ts'),
        'server/reviews/index.ts': FACE,
      },
      'module-checks: server/checks/other.ts → server/reviews/index.ts',
    ],
    [
      'the command line reaching into a module',
      {
        'server/cli/planted.ts': importing('../checks/inside.ts'),
        'server/checks/inside.ts': FACE,
      },
      'cli: server/cli/planted.ts → server/checks/inside.ts',
    ],
    [
      'a module reaching for the database',
      { 'server/reviews/planted.ts': importing('../../db/client.ts'), 'db/client.ts': FACE },
      'module-reviews: server/reviews/planted.ts → db/client.ts',
    ],
    [
      'a repository reading another module’s port',
      {
        'db/reviews/planted.ts': importing('../../server/checks/repository.ts'),
        'server/checks/repository.ts': FACE,
      },
      'repository-reviews: db/reviews/planted.ts → server/checks/repository.ts',
    ],
    [
      'the database’s client knowing more of a module than its port',
      {
        'db/client/planted.ts': importing('../../server/checks/check-service.ts'),
        'server/checks/check-service.ts': FACE,
      },
      'db: db/client/planted.ts → server/checks/check-service.ts',
    ],
    [
      'tiles knowing a module, by a type alone',
      {
        'tiles/planted.ts':
          "import type { face } from '../server/releases/index.ts'\nexport type Planted = typeof face\n",
        'server/releases/index.ts': FACE,
      },
      'tiles: tiles/planted.ts → server/releases/index.ts',
    ],
    [
      'the page importing more of a module than its contract',
      {
        'web/reviews/planted.ts':
          "import type { face } from '../../server/reviews/review.ts'\nexport type Planted = typeof face\n",
        'server/reviews/review.ts': FACE,
      },
      'page-knows-contracts: web/reviews/planted.ts → server/reviews/review.ts',
    ],
    [
      'a room of the page importing one above it',
      { 'web/ui/planted.ts': importing('../workspace/inside.ts'), 'web/workspace/inside.ts': FACE },
      'page-ui: web/ui/planted.ts → web/workspace/inside.ts',
    ],
    [
      'two files importing each other',
      { 'server/engine/one.ts': importing('./two.ts'), 'server/engine/two.ts': importing('./one.ts') },
      'no-circular: server/engine/one.ts → server/engine/two.ts',
    ],
  ])('is broken by %s', async (_what, files, violation) => {
    const { broken } = await cruise(plant(files), ['.'])
    expect(broken).toContain(violation)
  })

  it('has no module, repository or room without a rule', () => {
    const folders = (floor: string) =>
      readdirSync(join(ROOT, floor), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted()
    const floors = ['cli', 'composition', 'config', 'demo', 'engine', 'formats', 'platform']
    expect(folders('server')).toEqual([...floors, ...Object.keys(MODULES)].toSorted())
    const client = ['client', 'embedded', 'feed', 'migrations', 'postgis']
    expect(folders('db')).toEqual([...client, ...Object.keys(REPOSITORIES)].toSorted())
    expect(folders('web')).toEqual(['documents', ...Object.keys(WEB_ROOMS)].toSorted())
  })

  it('can hold no circle: a room names only rooms that stand before it', () => {
    for (const rooms of [MODULES, WEB_ROOMS]) {
      const before = new Set<string>()
      for (const [room, others] of Object.entries(rooms)) {
        expect([room, others.filter((other) => !before.has(other))]).toEqual([room, []])
        before.add(room)
      }
    }
  })

  it('names no arrow that nobody takes', async () => {
    const taken = new Set((await arrows(ROOT)).map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`))
    const named = [
      ...arrowsOf('server', MODULES),
      ...arrowsOf('db', REPOSITORIES),
      ...arrowsOf('web', WEB_ROOMS),
    ]
    expect(named.filter((arrow) => !taken.has(arrow))).toEqual([])
  })

  it('lets the page take values from paths, messages and its own rules alone', () => {
    const taken = new Set(valuesTakenByThePage())
    expect([...taken].filter((path) => !FOR_THE_PAGE.test(path))).toEqual([])
    expect(taken.size).toBeGreaterThan(10)
  })

  it('hands no schemas on with them: those would bring the whole of zod into the page', () => {
    for (const path of reachedFrom(valuesTakenByThePage())) {
      const imports = runTimeImports(readFileSync(join(ROOT, path), 'utf8'))
      expect([path, imports.filter((from) => !from.startsWith('.'))]).toEqual([path, []])
    }
  })

  it('has the page built anew when anything that it takes values from has changed', () => {
    const sources = pageSources(ROOT)
    expect(reachedFrom(valuesTakenByThePage()).filter((path) => !sources.includes(path))).toEqual([])
  })

  it('tells an import of values from an import of types', () => {
    const text =
      "import type { A } from './a.ts'\nimport { type B, c } from './b.ts'\nexport { d } from './d.ts'\n"
    expect(runTimeImports(text)).toEqual(['./b.ts', './d.ts'])
  })
})

/** What the page may take values from. */
const FOR_THE_PAGE =
  /^server\/(.*\/(paths|messages)|accounts\/password-rules|platform\/access\/(permitted-period|staff-limits)|engine\/time\/dayparts)\.ts$/

/** Files of the server that the page imports values from. */
function valuesTakenByThePage(): readonly string[] {
  return readdirSync(join(ROOT, 'web'), { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) =>
      runTimeImports(readFileSync(join(ROOT, 'web', path), 'utf8')).map((from) =>
        posix.join('web', posix.dirname(path), from),
      ),
    )
    .filter((path) => path.startsWith('server/'))
}

/** The files, and whatever they import values from in turn. */
function reachedFrom(files: readonly string[]): readonly string[] {
  const reached = new Set(files)
  for (const path of reached)
    for (const from of runTimeImports(readFileSync(join(ROOT, path), 'utf8')))
      if (from.startsWith('.')) reached.add(posix.join(posix.dirname(path), from))
  return [...reached]
}

/** What a file imports or passes on at run time; `import type` is gone by then. */
function runTimeImports(text: string): readonly string[] {
  return [...text.matchAll(/^(?:import|export)\s(?!type\b)[^;'"]*?from\s+'([^']+)'/gm)].map(
    (match) => match[1]!,
  )
}
