/** `npm start`: builds the page when it is missing or stale while the server starts from its sources. */
import { spawn } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { register } from 'tsx/esm/api'

const root = fileURLToPath(new URL('..', import.meta.url))
const page = join(root, 'dist/web/index.html')
const PAGE_SOURCES = ['web', 'tiles/schema.ts', 'tiles/schema-fields.ts', 'server/contract/paths.ts']
const PAGE_SETTINGS = ['vite.config.ts', 'package-lock.json']

register()
const { main } = await import('./main.ts')
const build = pageIsStale() ? buildPage() : { ready: Promise.resolve(), stop() {} }
process.exitCode = await main({ pageReady: build.ready })
build.stop()

function pageIsStale() {
  if (!existsSync(page)) return true
  const built = statSync(page).mtimeMs
  return [...PAGE_SOURCES, ...PAGE_SETTINGS].some((name) => newestUnder(join(root, name)) > built)
}

function newestUnder(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestUnder(join(path, name))), mtimeMs)
}

/** A failed build is told, and the server goes on with the page that there is, or none. */
function buildPage() {
  console.log('Building the page…')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ready = new Promise((resolve) => {
    child.once('error', resolve)
    child.once('exit', (code) => {
      if (code !== 0 && code !== null) console.error('The page could not be built; see above.')
      resolve()
    })
  })
  return { ready, stop: () => child.kill() }
}
