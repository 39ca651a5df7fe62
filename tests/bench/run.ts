import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { parseArgs } from 'node:util'
import type { Bench, BenchRow } from './bench.ts'

/** Every benchmark, in the order of the report; loaded one by one so that one alone can be run. */
const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  hexbin: async () => (await import('./hexbin.ts')).hexbinBench,
  tiles: async () => (await import('./tiles.ts')).tilesBench,
  'warm-tile': async () => (await import('./warm-tile.ts')).warmTileBench,
  'public-tile': async () => (await import('./public-tile.ts')).publicTileBench,
  import: async () => (await import('./import.ts')).importBench,
  check: async () => (await import('./check.ts')).checkBench,
  units: async () => (await import('./units.ts')).unitsBench,
  snapshot: async () => (await import('./snapshot.ts')).snapshotBench,
  overload: async () => (await import('./overload.ts')).overloadBench,
  visible: async () => (await import('./visible.ts')).visibleBench,
  'filter-change': async () => (await import('./filter-change.ts')).filterChangeBench,
}
const HELP = `Usage: npm run bench -- [--only NAME,…] [--sizes 100000,1000000] [--seed N] [--write]

Benchmarks: ${Object.keys(BENCHES).join(', ')}. The SQL peers need DATABASE_URL (PostGIS, a role that may create databases).
--write keeps the report in tests/bench/RESULTS.md.
`
const RESULTS = new URL('./RESULTS.md', import.meta.url)

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    sizes: { type: 'string', default: '100000,1000000' },
    seed: { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

if (values.help) process.stdout.write(HELP)
else await runAll(values.only?.split(',') ?? Object.keys(BENCHES))

async function runAll(names: readonly string[]): Promise<void> {
  const databaseUrl = process.env.DATABASE_URL ?? null
  const sections: string[] = []
  for (const name of names) {
    const load = BENCHES[name]
    if (load === undefined) throw new Error(`There is no benchmark ${name}.\n${HELP}`)
    console.error(`# ${name}`)
    const bench = await load()
    const rows = await bench.run({
      sizes: values.sizes.split(',').map(Number),
      databaseUrl,
      seed: Number(values.seed),
      log: (line) => console.error(line),
    })
    const section = `## ${name}\n\n${tableOf(rows)}`
    console.log(section)
    sections.push(section)
  }
  if (values.write) writeFileSync(RESULTS, merged(sections))
}

/** The report with the sections of this run in place of their predecessors. */
function merged(sections: readonly string[]): string {
  const kept = new Map<string, string>()
  const earlier = existsSync(RESULTS)
    ? readFileSync(RESULTS, 'utf8')
        .split(/^(?=## )/m)
        .slice(1)
    : []
  for (const section of [...earlier, ...sections]) kept.set(section.split('\n', 1)[0]!, section.trimEnd())
  return `${heading()}\n${[...kept.values()].join('\n\n')}\n`
}

function heading(): string {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `# Benchmarks

Ours against the named alternative, both in their best form, in one run on one machine. A ratio above 1 says how many times
better ours is. Run them with \`npm run bench\` (\`--help\` tells how).

Machine: ${cpus().length} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ${memory} GiB, Node ${process.version}; last written at commit ${commit}, seed ${values.seed}.
`
}

function tableOf(rows: readonly BenchRow[]): string {
  const head = '| work | incidents | ours | peer | ratio | asked |\n|---|---:|---:|---|---:|---|'
  return `${[head, ...rows.map(lineOf)].join('\n')}\n`
}

function lineOf(row: BenchRow): string {
  const ratio = row.ratio === null ? '–' : `${row.ratio.toPrecision(3)}×`
  const met = row.met ?? (row.target === null || row.ratio === null ? null : row.ratio >= row.target)
  const requested = row.target === null ? '' : `≥ ${Number(row.target.toPrecision(3))}×`
  const verdict = met === null ? requested : `${requested} ${met ? 'met' : '**missed**'}`.trim()
  const peer = row.peerName === '' ? row.peer : `${row.peer} (${row.peerName})`
  const work = row.note === undefined ? row.work : `${row.work}; ${row.note}`
  return `| ${work} | ${row.size?.toLocaleString('en') ?? ''} | ${row.ours} | ${peer} | ${ratio} | ${verdict} |`
}
