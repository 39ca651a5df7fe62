/** `npm run build`: the server compiled to dist/, the page to dist/web. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const COMPILED = ['server', 'db', 'tiles']

for (const folder of COMPILED) rmSync(join(root, 'dist', folder), { recursive: true, force: true })
run('node_modules/typescript/bin/tsc', '--project', 'tsconfig.build.json')
for (const folder of COMPILED) copyModules(folder)
run('node_modules/vite/bin/vite.js', 'build')

function run(program, ...words) {
  const { status } = spawnSync(process.execPath, [join(root, program), ...words], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** The plain modules that workers and commands start from: the compiler leaves them alone. */
function copyModules(folder) {
  for (const entry of readdirSync(join(root, folder), { recursive: true })) {
    if (!entry.endsWith('.mjs')) continue
    const target = join(root, 'dist', folder, entry)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(join(root, folder, entry), target)
  }
}
