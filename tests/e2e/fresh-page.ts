import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { pageSources, startPageBuild } from '../../server/page-build.mjs'
import { onceAcrossProcesses } from '../support/once-across-processes.ts'

/** Builds the page when it is missing or older than what it is made from. */
export function freshPage(root: string): Promise<void> {
  const page = join(root, 'dist/web/index.html')
  const isFresh = () => {
    const builtMs = existsSync(page) ? statSync(page).mtimeMs : 0
    return pageSources(root).every((name) => newestUnder(join(root, name)) <= builtMs)
  }
  const make = async () => {
    if ((await startPageBuild(root, process.env).exitCode) !== 0)
      throw new Error('the page could not be built')
  }
  return onceAcrossProcesses(join(root, 'dist/web'), make, isFresh)
}

function newestUnder(path: string): number {
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestUnder(join(path, name))), mtimeMs)
}
