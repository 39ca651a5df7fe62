import { Session } from 'node:inspector/promises'
import { relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

/** Shared layers and composition, which do not count as modules that a request enters. */
const FLOORS = new Set(['engine', 'platform', 'config', 'formats', 'app', 'composition'])

/** Modules in which a function ran, by name, sorted. */
export interface EnteredModules {
  /** Folders below `server/` other than the floors. */
  readonly features: readonly string[]
  /** The floors, `db` or `db/…`, and `tiles`. */
  readonly floors: readonly string[]
}

/** Calls of functions by script and position. */
type Calls = ReadonlyMap<string, { readonly path: string; readonly count: number }>

/**
 * The module of a source file: `server/X/…` is X, a file of `server/` itself `app`, `db/X/…` is `db/X`. Null for what is
 * none: tests and packages.
 *
 * @param path from the repository's root
 */
export function moduleOf(path: string): string | null {
  const [top, ...rest] = path.split('/')
  const folder = rest.length > 1 ? rest[0]! : null
  if (top === 'server') return folder ?? 'app'
  if (top === 'db') return folder === null ? 'db' : `db/${folder}`
  return top === 'tiles' ? 'tiles' : null
}

/**
 * Finds the modules that a piece of work enters, by V8's precise coverage: a module is entered when a function of it
 * is called.
 *
 * Counted is this process' main thread. Tasks that run on the workers of the compute pool are not, nor are constants
 * and types that a module lends without a call. Code that is loaded on first use runs once at loading: work is to be
 * done once before it is traced.
 *
 * Polls and timers run meanwhile, and V8 does not attribute calls. So a quiet interval is measured first, and a
 * function counts only when the work called it more often than that interval did, for as many such intervals as the
 * work lasted. A function that work and polls call equally often is thereby missed; its module is found by its other
 * functions.
 *
 * @param root the repository's root
 * @param quietMs length of the quiet interval; more than the longest time between two polls
 */
export async function openModuleTracer({ root = process.cwd(), quietMs = 2000 } = {}) {
  const session = new Session()
  session.connect()
  await session.post('Profiler.enable')
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false })
  await takeCalls()
  await wait(quietMs)
  const background = await takeCalls()

  async function takeCalls(): Promise<Calls> {
    const { result } = await session.post('Profiler.takePreciseCoverage')
    const calls = new Map<string, { path: string; count: number }>()
    for (const { url, functions } of result) {
      const path = pathBelow(root, url)
      if (path === null || moduleOf(path) === null) continue
      for (const { ranges } of functions) {
        const { startOffset, endOffset, count } = ranges[0]!
        if (count > 0) calls.set(`${path} ${startOffset}-${endOffset}`, { path, count })
      }
    }
    return calls
  }

  return {
    /** Does the work and gives the modules that it entered until its promise was fulfilled. */
    async entered(work: () => Promise<unknown>): Promise<EnteredModules> {
      await takeCalls()
      const startMs = performance.now()
      await work()
      const intervals = Math.ceil((performance.now() - startMs) / quietMs)
      const modules = new Set<string>()
      for (const [position, { path, count }] of await takeCalls()) {
        if (count > intervals * (background.get(position)?.count ?? 0)) modules.add(moduleOf(path)!)
      }
      return sortedByKind(modules)
    },
    async close() {
      await session.post('Profiler.stopPreciseCoverage')
      session.disconnect()
    },
  }
}

function sortedByKind(modules: ReadonlySet<string>): EnteredModules {
  const isFloor = (name: string) => FLOORS.has(name) || /^(db|tiles)(\/|$)/.test(name)
  const names = [...modules].toSorted()
  return { features: names.filter((name) => !isFloor(name)), floors: names.filter(isFloor) }
}

/** A script's path from the root, without what a loader adds to its address; null for one that is elsewhere. */
function pathBelow(root: string, url: string): string | null {
  const file = url.replace(/[?#].*$/, '')
  if (!file.startsWith('file:') && !file.startsWith('/')) return null
  const path = relative(root, file.startsWith('file:') ? fileURLToPath(file) : file)
  return path.startsWith('..') || path.startsWith('node_modules') ? null : path
}
