import swc from '@swc/core'
import { DRAWS_TILES, MODULES, READS_FORMATS, REPOSITORIES, WEB_ROOMS } from './tests/architecture/rooms.mjs'

// The cruiser asks swc for TypeScript without JSX, which cannot read the page's components.
const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

/** Whoever lies below `from` imports, of ours, itself and what is allowed, and nothing else. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(server|db|tiles|web|tests)/', pathNot: [from, ...allowed] },
})

const ENGINE = '^server/engine/'
const PLATFORM = '^server/platform/'
const FORMATS = '^server/formats/'
const CONFIG = '^server/config/'
const DEMO = '^server/demo/'
const COMPOSITION = '^server/(composition/|app\\.ts$|work-modules\\.ts$|main\\.ts$)'
const TILES = '^tiles/'
const modules = Object.keys(MODULES)
const faceOf = (module) => `^server/${module}/index\\.ts$`
const FACES = modules.map(faceOf)

const moduleRules = modules.map((module) =>
  only(`module-${module}`, `^server/${module}/`, [
    ENGINE,
    PLATFORM,
    ...(READS_FORMATS.includes(module) ? [FORMATS] : []),
    ...(DRAWS_TILES.includes(module) ? [TILES] : []),
    ...MODULES[module].map(faceOf),
  ]),
)

/** What db/repositories.ts gathers. */
const PORTS = '^server/.*/repository\\.ts$'
const DB_CLIENT = '^db/(client|embedded|postgis|feed|migrations)/'
const repositoryRules = Object.entries(REPOSITORIES).map(([module, others]) =>
  only(`repository-${module}`, `^db/${module}/`, [
    ENGINE,
    PLATFORM,
    DB_CLIENT,
    `^server/${module}/`,
    ...others.map((other) => `^db/${other}/`),
  ]),
)

const webRules = Object.entries(WEB_ROOMS).map(([room, others]) =>
  only(`page-${room}`, `^web/${room}/`, [
    '^server/',
    '^tiles/schema\\.ts$',
    ...others.map((other) => `^web/${other}/`),
  ]),
)

/** What the page may know of the server: types of contracts; at run time paths, messages and rules of their own. */
const FOR_THE_PAGE =
  '^server/.*/(contract|paths|messages)\\.ts$|^server/(accounts/password-rules|observations/observation-kinds|platform/personal-data/find-personal-data|reviews/decision-rules|reviews/documents/repeated-numbers|units/unit-steps|measures/beyond-chance|checks/figure-files)\\.ts$|^server/engine/time/dayparts\\.ts$'

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?]worker|^geojson$' },
    },
    only('engine', ENGINE, []),
    only('platform', PLATFORM, [ENGINE]),
    only('formats', FORMATS, [ENGINE, PLATFORM]),
    only('config', CONFIG, [ENGINE, PLATFORM]),
    ...moduleRules,
    only('demo', DEMO, [ENGINE, PLATFORM, CONFIG, ...FACES]),
    only('composition', COMPOSITION, [ENGINE, PLATFORM, CONFIG, DEMO, ...FACES, '^db/']),
    only('cli', '^server/cli/', [ENGINE, PLATFORM, CONFIG, DEMO, ...FACES, COMPOSITION, '^db/']),
    only('tiles', TILES, [ENGINE]),
    ...repositoryRules,
    only('db', `^db/(?!(${Object.keys(REPOSITORIES).join('|')})/)`, [ENGINE, PLATFORM, '^db/', PORTS]),
    ...webRules,
    {
      name: 'page-knows-contracts',
      severity: 'error',
      from: { path: '^web/' },
      to: { path: '^(server|db|tests)/', pathNot: [FOR_THE_PAGE] },
    },
    {
      name: 'no-driver-but-in-db',
      severity: 'error',
      from: { path: '^(server|tiles|web)/' },
      to: { path: 'node_modules/(knex|pg|@electric-sql)/' },
    },
    {
      name: 'one-guard',
      severity: 'error',
      from: { path: '^server/', pathNot: '^server/(platform/http|composition)/' },
      to: { path: '^server/platform/access/guard\\.ts$' },
    },
    {
      name: 'one-projection-engine',
      severity: 'error',
      from: { path: '^(server|tiles|web|db)/', pathNot: '^server/engine/projection/' },
      to: { path: 'node_modules/proj4/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
    },
  },
}
