import { spawn } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What the page takes from the server at run time: paths, messages, and rules that it applies while one types. */
const OF_THE_SERVER =
  /(^|\/)(paths|messages|password-rules|password-roots|unit-steps|decision-rules|repeated-numbers|figure-files|dayparts|observation-kinds|find-personal-data|categories|beyond-chance|two-periods|incomplete-beta|quantiles|densities|incomplete-gamma|log-gamma|normal|solve-tail)\.ts$/

/** What the built page is made from, below the repository's root: who builds it looks whether any of it is newer. */
export function pageSources(root) {
  const ofTheServer = readdirSync(join(root, 'server'), { recursive: true, encoding: 'utf8' })
    .filter((path) => OF_THE_SERVER.test(path))
    .map((path) => join('server', path))
  return [
    'web',
    'tiles/schema.ts',
    'tiles/schema-fields.ts',
    ...ofTheServer,
    'vite.config.ts',
    'package-lock.json',
  ]
}

/** Begins a build of the page; never a development build, which is larger, whatever the caller's NODE_ENV. */
export function startPageBuild(root, env) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'error'], {
    cwd: root,
    env: { ...env, NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const exitCode = new Promise((resolve) => {
    child.once('error', () => resolve(1))
    child.once('exit', resolve)
  })
  return { exitCode, stop: () => child.kill() }
}
