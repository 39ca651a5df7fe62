import { execFile } from 'node:child_process'
import { join, resolve } from 'node:path'

export const ROOT = resolve(import.meta.dirname, '../..')
const CRUISER = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')

interface Cruise {
  readonly modules: number
  readonly broken: readonly string[]
  /** Every import from one file to another. */
  readonly arrows: readonly { readonly from: string; readonly to: string }[]
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
export async function cruise(tree: string, folders: readonly string[]): Promise<Cruise> {
  const { modules, summary } = await cruiseWhole(tree, folders)
  return {
    modules: summary.totalCruised,
    broken: summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    arrows: modules.flatMap(({ source, dependencies }) =>
      dependencies.map(({ resolved }) => ({ from: source, to: resolved })),
    ),
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
