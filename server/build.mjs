/** `npm run build`: the server compiled to dist/, the page to dist/web. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { compileAnew, root } from './compile.mjs'

endUnlessDone(compileAnew())
const page = [join(root, 'node_modules/vite/bin/vite.js'), 'build']
endUnlessDone(spawnSync(process.execPath, page, { cwd: root, stdio: 'inherit' }).status)

function endUnlessDone(exitCode) {
  if (exitCode !== 0) process.exit(exitCode ?? 1)
}
