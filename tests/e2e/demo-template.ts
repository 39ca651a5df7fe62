import { hash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStorage } from '../../server/composition/storage.ts'
import { compileWhatIsStale } from '../../server/compile.mjs'
import type { RunningServer } from '../../server/composition/start-server.ts'
import { type Config, parseConfig } from '../../server/config/config.ts'
import { sharedDemoCity } from '../support/cities/demo-city.ts'
import { demoContents, seedDemo } from '../../server/demo/seed.ts'
import { SILENT } from '../../server/platform/log.ts'
import { onceAcrossProcesses } from '../support/once-across-processes.ts'
import { releasesArePublished } from './published.ts'

/** A third of the demo city's incidents show the same places and are written in a third of the time. */
const INCIDENTS = 24_000
const COMPILED = new URL('../../dist/server/composition/start-server.js', import.meta.url)
const CLOCK = { nowMs: () => Date.now() }
const DAY_MS = 86_400_000

/** A copy of the demo city's data directory, built, reviewed and published, for one server to run on. */
export async function demoDataDirectory(root: string): Promise<string> {
  const cache = join(root, 'node_modules/.cache/lagesbild')
  const template = join(cache, `demo-${fingerprint(root)}`)
  await mkdir(cache, { recursive: true })
  await onceAcrossProcesses(template, async () => {
    await forgetOld(cache)
    const draft = await mkdtemp(join(tmpdir(), 'lagesbild-e2e-'))
    await build(draft)
    await cp(draft, `${template}.${process.pid}`, { recursive: true })
    await rename(`${template}.${process.pid}`, template)
    await rm(draft, { recursive: true, force: true })
  })
  const directory = await mkdtemp(join(tmpdir(), 'lagesbild-e2e-'))
  await cp(template, directory, { recursive: true })
  return directory
}

/**
 * Starts the product's own server on a data directory, with settings as the environment gives them. Compiled, as it is
 * delivered: its workers load in a fraction of the time that they take to compile the sources themselves.
 */
export async function startDemoServer(
  dataDirectory: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<RunningServer> {
  if (compileWhatIsStale({ onBegin: () => {} }) !== 0) throw new Error('The server does not compile.')
  const { startServer } = (await import(
    COMPILED.href
  )) as typeof import('../../server/composition/start-server.ts')
  return startServer(configOf(dataDirectory, settings), {
    log: SILENT,
    clock: CLOCK,
    say: () => {},
    signal: new AbortController().signal,
  })
}

function configOf(dataDirectory: string, settings: Readonly<Record<string, string>> = {}): Config {
  return {
    ...parseConfig({ DATA_DIR: dataDirectory, LOG_LEVEL: 'error', ADMIN_PORT: 'none', ...settings }),
    port: 0,
  }
}

async function build(directory: string): Promise<void> {
  const storage = await openStorage(configOf(directory), { log: SILENT, clock: CLOCK, onStage: () => {} })
  await seedDemo(storage.repositories, demoContents(sharedDemoCity(INCIDENTS)))
  await storage.close()
  const server = await startDemoServer(directory)
  await releasesArePublished(server.url)
  await server.close()
}

/** Changes with the sources that make the city, and with the day: what is published depends on it. */
function fingerprint(root: string): string {
  const texts = ['server', 'db', 'tiles'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .toSorted()
      .map((name) => `${name}\n${readFileSync(join(root, folder, name), 'utf8')}`),
  )
  return hash('sha256', `${Math.floor(Date.now() / DAY_MS)}${texts.join('')}`).slice(0, 12)
}

/** Templates that nobody has built for a day are of other sources. */
async function forgetOld(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    if (!name.startsWith('demo-')) continue
    const { mtimeMs } = await stat(join(cache, name))
    if (Date.now() - mtimeMs > DAY_MS) await rm(join(cache, name), { recursive: true, force: true })
  }
}
