import swc from '@swc/core'

// The cruiser asks swc for TypeScript without JSX, which cannot read the page's components.
const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

/** The table of DESIGN: who may import whom. Everything not allowed is forbidden. */
const only = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(server|db|tiles|web|tests)/', pathNot: [from, ...allowed] },
})

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
    only('domain-imports-nothing', '^server/domain/', []),
    only('analysis', '^server/analysis/', ['^server/domain/']),
    only('snapshot', '^server/snapshot/', ['^server/domain/', '^server/analysis/']),
    only('tiles', '^tiles/', ['^server/domain/', '^server/analysis/', '^server/snapshot/types']),
    only('contract', '^server/contract/', ['^server/domain/', '^tiles/schema\\.ts$']),
    only('db', '^db/', ['^server/domain/']),
    only('services', '^server/services/', ['^server/(domain|analysis|snapshot|contract)/', '^tiles/']),
    only('http', '^server/http/', ['^server/(services|contract)/', '^server/domain/']),
    only('web', '^web/', ['^server/contract/', '^tiles/schema\\.ts$']),
    {
      name: 'composition-root-imports-no-tests',
      severity: 'error',
      from: { path: '^server/(main|config|settings|cli|composition|demo)' },
      to: { path: '^(web|tests)/' },
    },
    {
      name: 'pure-layers-use-no-driver',
      severity: 'error',
      from: { path: '^(server/(domain|analysis|contract|services|http)|tiles|web)/' },
      to: { path: 'node_modules/(knex|pg|@electric-sql)/' },
    },
    {
      name: 'proj4-behind-the-snapshot',
      severity: 'error',
      from: { path: '^(server/(domain|analysis|contract|services|http)|tiles|web|db)/' },
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
