import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { cruise, ROOT } from './cruise.ts'
import { MODULES, REPOSITORIES, WEB_ROOMS } from './rooms.mjs'

const roomOf = (path: string) => path.split('/').slice(0, 2).join('/')
const arrowsOf = (floor: string, rooms: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(rooms).flatMap(([room, others]) =>
    others.map((other) => `${floor}/${room} → ${floor}/${other}`),
  )

const FACE = 'export const face = 1\n'
const importing = (path: string) =>
  `import { face } from '${path}'\nexport const planted = () => face\nexport { face }\n`

/** Files that break one rule each, in rooms that they share. */
const VIOLATIONS: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  violation: string,
])[] = [
  [
    'the engine importing a module',
    {
      'server/engine/planted-engine.ts': importing('../reviews/index.ts'),
      'server/reviews/index.ts': FACE,
    },
    'engine: server/engine/planted-engine.ts → server/reviews/index.ts',
  ],
  [
    'the platform importing a module, by a type alone',
    {
      'server/platform/planted-platform.ts':
        "import type { face } from '../reviews/index.ts'\nexport type Planted = typeof face\n",
      'server/reviews/index.ts': FACE,
    },
    'platform: server/platform/planted-platform.ts → server/reviews/index.ts',
  ],
  [
    'a module reaching into another’s inside',
    {
      'server/reviews/planted-inside.ts': importing('../checks/inside.ts'),
      'server/checks/inside.ts': FACE,
    },
    'module-reviews: server/reviews/planted-inside.ts → server/checks/inside.ts',
  ],
  [
    'a circle between modules that is none between files',
    {
      'server/reviews/planted-circle.ts': importing('../checks/index.ts'),
      'server/checks/index.ts': FACE,
      'server/checks/other.ts': importing('../reviews/index.ts'),
      'server/reviews/index.ts': FACE,
    },
    'module-checks: server/checks/other.ts → server/reviews/index.ts',
  ],
  [
    'the command line reaching into a module',
    {
      'server/cli/planted-command.ts': importing('../checks/inside.ts'),
      'server/checks/inside.ts': FACE,
    },
    'cli: server/cli/planted-command.ts → server/checks/inside.ts',
  ],
  [
    'a module reaching for the database',
    { 'server/reviews/planted-database.ts': importing('../../db/client.ts'), 'db/client.ts': FACE },
    'module-reviews: server/reviews/planted-database.ts → db/client.ts',
  ],
  [
    'a repository reading another module’s port',
    {
      'db/reviews/planted-port.ts': importing('../../server/checks/repository.ts'),
      'server/checks/repository.ts': FACE,
    },
    'repository-reviews: db/reviews/planted-port.ts → server/checks/repository.ts',
  ],
  [
    'the database’s client knowing more of a module than its port',
    {
      'db/client/planted-client.ts': importing('../../server/checks/check-service.ts'),
      'server/checks/check-service.ts': FACE,
    },
    'db: db/client/planted-client.ts → server/checks/check-service.ts',
  ],
  [
    'tiles knowing a module, by a type alone',
    {
      'tiles/planted-tiles.ts':
        "import type { face } from '../server/releases/index.ts'\nexport type Planted = typeof face\n",
      'server/releases/index.ts': FACE,
    },
    'tiles: tiles/planted-tiles.ts → server/releases/index.ts',
  ],
  [
    'the page importing more of a module than its contract',
    {
      'web/reviews/planted-contract.ts':
        "import type { face } from '../../server/reviews/review.ts'\nexport type Planted = typeof face\n",
      'server/reviews/review.ts': FACE,
    },
    'page-knows-contracts: web/reviews/planted-contract.ts → server/reviews/review.ts',
  ],
  [
    'a module asking the guard itself',
    {
      'server/reviews/planted-guard.ts': importing('../platform/access/guard.ts'),
      'server/platform/access/guard.ts': FACE,
    },
    'one-guard: server/reviews/planted-guard.ts → server/platform/access/guard.ts',
  ],
  [
    'a room of the page importing one above it',
    { 'web/ui/planted-room.ts': importing('../workspace/inside.ts'), 'web/workspace/inside.ts': FACE },
    'page-ui: web/ui/planted-room.ts → web/workspace/inside.ts',
  ],
  [
    'two files importing each other',
    { 'server/engine/one.ts': importing('./two.ts'), 'server/engine/two.ts': importing('./one.ts') },
    'no-circular: server/engine/one.ts → server/engine/two.ts',
  ],
]

/** A tree of its own that holds the given files. */
function plant(files: Readonly<Record<string, string>>): string {
  const tree = mkdtempSync(join(tmpdir(), 'lagesbild-boundaries-'))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  return tree
}

describe('the import rules', () => {
  let product: Awaited<ReturnType<typeof cruise>>
  let broken: readonly string[] = []
  beforeAll(async () => {
    product = await cruise(ROOT, ['server', 'db', 'tiles', 'web', 'tests'])
    const tree = plant(Object.assign({}, ...VIOLATIONS.map(([, files]) => files)))
    broken = (await cruise(tree, ['.'])).broken
    rmSync(tree, { recursive: true })
  })

  it('hold in the whole product', () => {
    expect(product.broken).toEqual([])
    expect(product.modules).toBeGreaterThan(100)
  })

  it.each(VIOLATIONS)('reject %s', (_what, _files, violation) => {
    expect(broken).toContain(violation)
  })

  it('has a rule for every module, repository and room', () => {
    const folders = (floor: string) =>
      readdirSync(join(ROOT, floor), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .toSorted()
    const floors = ['cli', 'composition', 'config', 'demo', 'engine', 'formats', 'platform']
    expect(folders('server')).toEqual([...floors, ...Object.keys(MODULES)].toSorted())
    const client = ['client', 'embedded', 'feed', 'migrations', 'postgis']
    expect(folders('db')).toEqual([...client, ...Object.keys(REPOSITORIES)].toSorted())
    expect(folders('web')).toEqual(['documents', 'public', ...Object.keys(WEB_ROOMS)].toSorted())
  })

  it('has no cycle: a room may import only rooms listed before it', () => {
    for (const rooms of [MODULES, WEB_ROOMS]) {
      const before = new Set<string>()
      for (const [room, others] of Object.entries(rooms)) {
        expect([room, others.filter((other) => !before.has(other))]).toEqual([room, []])
        before.add(room)
      }
    }
  })

  it('has no unused permission', () => {
    const taken = new Set(product.arrows.map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`))
    const named = [
      ...arrowsOf('server', MODULES),
      ...arrowsOf('db', REPOSITORIES),
      ...arrowsOf('web', WEB_ROOMS),
    ]
    expect(named.filter((arrow) => !taken.has(arrow))).toEqual([])
  })
})
