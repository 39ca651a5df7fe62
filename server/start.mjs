/** `npm start`: compiles the server and builds the page where they are missing or stale, and runs the server. */
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { compileWhatIsStale, isNewer, root } from './compile.mjs'
import { pageSources, startPageBuild } from './page-build.mjs'

const PAGE = join(root, 'dist/web/index.html')

/** How often the server that npm started looks whether npm still lives. */
const WATCH_MS = 300

const exitCode = compileWhatIsStale({ onBegin: () => console.log('Compiling the server…') })
if (exitCode !== 0) process.exit(exitCode)
if (process.env.npm_lifecycle_event !== undefined) endWithNpm()
const { main } = await import(pathToFileURL(join(root, 'dist/server/main.js')).href)
const build = isNewer(PAGE, pageSources(root)) ? { ready: Promise.resolve(), stop() {} } : buildPage()
process.exitCode = await main({ pageReady: build.ready })
build.stop()

/**
 * npm hands SIGTERM to the shell that it started, which dies and leaves its child behind. The server that npm started
 * ends as if the signal had reached it.
 */
function endWithNpm() {
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    process.kill(process.pid, 'SIGTERM')
  }, WATCH_MS)
  watch.unref()
}

/** A failed build is told, and the server goes on with the page that there is, or none. */
function buildPage() {
  console.log('Building the page…')
  const { exitCode, stop } = startPageBuild(root, process.env)
  const ready = exitCode.then((code) => {
    if (code !== 0 && code !== null) console.error('The page could not be built; see above.')
  })
  return { ready, stop }
}
