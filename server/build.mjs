/** `npm run build`: the server compiled to dist/, the page to dist/web. */
import { compileAnew, root } from './compile.mjs'
import { startPageBuild } from './page-build.mjs'

endUnlessDone(compileAnew())
endUnlessDone(await startPageBuild(root, process.env).exitCode)

function endUnlessDone(exitCode) {
  if (exitCode !== 0) process.exit(exitCode ?? 1)
}
