import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'

const ROOT = resolve(import.meta.dirname, '../..')
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

interface Cruise {
  readonly modules: number
  readonly broken: readonly string[]
}

/** Runs the dependency rules over the named folders of a tree. */
function cruise(tree: string, folders: readonly string[]): Promise<Cruise> {
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
      if (stdout === '') return reject(new Error(stderr))
      const { summary } = JSON.parse(stdout)
      const broken = summary.violations.map(
        (v: { rule: { name: string }; from: string; to: string }) => `${v.rule.name}: ${v.from} → ${v.to}`,
      )
      resolveCruise({ modules: summary.totalCruised, broken })
    })
  })
}

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

  it('is broken by a page that reaches for the database, by a type that crosses a border and by a circle', async () => {
    const tree = plant({
      'web/planted.ts': "import { open } from '../db/client.ts'\nexport const planted = open\n",
      'db/client.ts': 'export const open = 1\n',
      'tiles/planted.ts': "import type { Row } from '../db/row.ts'\nexport type Planted = Row\n",
      'db/row.ts': 'export interface Row { readonly id: number }\n',
      'server/engine/one.ts': "import { two } from './two.ts'\nexport const one = () => two\n",
      'server/engine/two.ts': "import { one } from './one.ts'\nexport const two = () => one\n",
    })
    const { broken } = await cruise(tree, ['server', 'db', 'tiles', 'web'])
    expect(broken.toSorted()).toEqual([
      'no-circular: server/engine/one.ts → server/engine/two.ts',
      'tiles: tiles/planted.ts → db/row.ts',
      'web: web/planted.ts → db/client.ts',
    ])
  })

  it('lets the page take only types from the contract, but for the paths and what is handed on of the domain', () => {
    const offenders = readdirSync(join(ROOT, 'web'), { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .flatMap((path) =>
        runTimeImports(readFileSync(join(ROOT, 'web', path), 'utf8')).map((from) => `${path}: ${from}`),
      )
      .filter((use) => /server\//.test(use) && !AT_RUN_TIME.some((file) => use.endsWith(file)))
    expect(offenders).toEqual([])
  })

  it('hands no schemas on with them: those would bring the whole of zod into the page', () => {
    for (const file of AT_RUN_TIME) {
      const imports = runTimeImports(readFileSync(join(ROOT, file), 'utf8'))
      expect(imports.filter((from) => /contract|fields/.test(from))).toEqual([])
    }
  })

  it('tells an import of values from an import of types', () => {
    const text =
      "import type { A } from './a.ts'\nimport { type B, c } from './b.ts'\nexport { d } from './d.ts'\n"
    expect(runTimeImports(text)).toEqual(['./b.ts', './d.ts'])
  })
})

/** The files of the contract that the page takes more than types from. */
const AT_RUN_TIME = [
  'server/platform/http/paths.ts',
  'server/composition/words.ts',
  'server/composition/staff-limits.ts',
  'server/composition/password-rules.ts',
]

/** What a file imports or passes on at run time; `import type` is gone by then. */
function runTimeImports(text: string): readonly string[] {
  return [...text.matchAll(/^(?:import|export)\s(?!type\b)[^;'"]*?from\s+'([^']+)'/gm)].map(
    (match) => match[1]!,
  )
}
