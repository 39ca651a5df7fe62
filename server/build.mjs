/** `npm run build`: the server compiled to dist/, the page to dist/web. */
import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { COMPILED, compile, root } from './compile.mjs'

for (const folder of COMPILED) rmSync(join(root, 'dist', folder), { recursive: true, force: true })
endUnlessDone(compile({ checkTypes: true }))
const page = [join(root, 'node_modules/vite/bin/vite.js'), 'build']
endUnlessDone(spawnSync(process.execPath, page, { cwd: root, stdio: 'inherit' }).status)

function endUnlessDone(exitCode) {
  if (exitCode !== 0) process.exit(exitCode ?? 1)
}
