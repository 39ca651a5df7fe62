import swc from '@swc/core'

// The cruiser asks swc for TypeScript without JSX, which cannot read the page's components.
const { parseFileSync } = swc
swc.parseFileSync = (file, options) => parseFileSync(file, { ...options, tsx: file.endsWith('.tsx') })

/** Who may import whom. Everything not allowed is forbidden. */
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
    only('tiles', '^tiles/', ['^server/(engine|releases)/']),
    only('db', '^db/', ['^server/']),
    only('server', '^server/', ['^tiles/', '^db/']),
    only('web', '^web/', ['^server/', '^tiles/schema\\.ts$']),
    {
      name: 'pure-layers-use-no-driver',
      severity: 'error',
      from: { path: '^(server/(engine|platform|formats)|tiles|web)/' },
      to: { path: 'node_modules/(knex|pg|@electric-sql)/' },
    },
    {
      name: 'proj4-in-the-engine',
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
