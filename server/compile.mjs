/** The server's code as JavaScript under dist/: by `npm run build`, and by `npm start` when the sources are newer. */
import { spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const COMPILED = ['server', 'db', 'tiles']
const SETTINGS = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json']
/** Made before the sources are read, renamed when all is written: what was cut short is stale, and so is what came since. */
const BEGUN = join(root, 'dist/server/compiling')
const STAMP = join(root, 'dist/server/compiled')
/** Holds the number of the process that compiles; another one started from the same folder waits for it. */
const LOCK = join(root, 'dist/compiling')
const LOOK_MS = 100

/** Compiles when anything is stale, unless another process has done it meanwhile. */
export function compileWhatIsStale({ onBegin }) {
  if (isCompiled()) return 0
  return alone(() => {
    if (isCompiled()) return 0
    onBegin()
    return compile({ checkTypes: false })
  })
}

/** Compiles everything. */
export function compileAnew() {
  return alone(() => {
    for (const folder of COMPILED) rmSync(join(root, 'dist', folder), { recursive: true, force: true })
    return compile({ checkTypes: true })
  })
}

function alone(work) {
  mkdirSync(dirname(LOCK), { recursive: true })
  const pause = new Int32Array(new SharedArrayBuffer(4))
  while (!isOurs()) Atomics.wait(pause, 0, 0, LOOK_MS)
  try {
    return work()
  } finally {
    rmSync(LOCK, { force: true })
  }
}

/** Takes the lock, from a process that is no more too. */
function isOurs() {
  try {
    writeFileSync(LOCK, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
    if (!holderLives()) rmSync(LOCK, { force: true })
    return false
  }
}

function holderLives() {
  try {
    process.kill(Number(readFileSync(LOCK, 'utf8')), 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}

/**
 * Transpiling alone takes less than a second; with types checked, five.
 *
 * @returns the compiler's exit code; it has told what is wrong
 */
function compile({ checkTypes }) {
  mkdirSync(dirname(BEGUN), { recursive: true })
  writeFileSync(BEGUN, '')
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const messages = ['--project', 'tsconfig.build.json', ...(checkTypes ? [] : ['--noCheck'])]
  const { status } = spawnSync(process.execPath, [compiler, ...messages], { cwd: root, stdio: 'inherit' })
  if (status !== 0) return status ?? 1
  for (const folder of COMPILED) copyModules(folder)
  renameSync(BEGUN, STAMP)
  return 0
}

function isCompiled() {
  return isNewer(STAMP, [...COMPILED, ...SETTINGS])
}

/** Whether a file is there and newer than everything in the named files and folders. */
export function isNewer(file, names) {
  if (!existsSync(file)) return false
  const made = statSync(file).mtimeMs
  return names.every((name) => newestUnder(join(root, name)) <= made)
}

function newestUnder(path) {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  return readdirSync(path).reduce((newest, name) => Math.max(newest, newestUnder(join(path, name))), mtimeMs)
}

/** The plain modules that workers and commands start from, and data: the compiler leaves them alone. */
function copyModules(folder) {
  for (const entry of readdirSync(join(root, folder), { recursive: true })) {
    if (!/\.(mjs|json)$/.test(entry)) continue
    const target = join(root, 'dist', folder, entry)
    mkdirSync(dirname(target), { recursive: true })
    copyFileSync(join(root, folder, entry), target)
  }
}
