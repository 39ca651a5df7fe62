import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DomainError } from '../../server/engine/errors.ts'

/** A process of this machine, so that whoever has its pid later is not taken for it. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it began, in the system's own count; null = unknown. */
  readonly began: string | null
}

interface Holder extends ProcessIdentity {
  readonly token: string
}

/** A lock that is held; `release` gives it back, unless somebody has taken it over. */
export interface DirectoryLock {
  release(): void
}

/**
 * Takes the directory for this process, for two engines on one cluster would destroy it. The lock of a process
 * that no longer lives is taken over.
 *
 * @throws DomainError `database-unavailable` that names the process and the directory when it is held
 */
export function lockDirectory(directory: string): DirectoryLock {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, 'lagesbild.lock')
  const own: Holder = { ...thisProcess(), token: randomUUID() }
  while (!create(path, own)) {
    const holder = read(path)
    if (holder !== null && isAlive(holder)) {
      throw new DomainError(
        'database-unavailable',
        `The data directory ${resolve(directory)} is in use by process ${holder.pid}: stop it first, or set DATA_DIR to another directory.`,
      )
    }
    removeStale(path, holder)
  }
  return {
    release: () => {
      if (read(path)?.token === own.token) rmSync(path, { force: true })
    },
  }
}

/** Creates the lock with its content in one step: a link fails when there is one. */
function create(path: string, holder: Holder): boolean {
  const draft = `${path}.${holder.token}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    unlinkSync(draft)
  }
}

function read(path: string): Holder | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder
  } catch {
    return null
  }
}

export function thisProcess(): ProcessIdentity {
  return { pid: process.pid, began: processBegan(process.pid) }
}

export function isAlive({ pid, began }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = processBegan(pid)
  return began === null || now === null || began === now
}

/** Field 22 of Linux' /proc/PID/stat: start time in clock ticks since boot. Elsewhere unknown. */
function processBegan(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null
  } catch {
    return null
  }
}

/** Removes a dead process's lock, and only that: somebody else may have taken the place of it meanwhile. */
function removeStale(path: string, stale: Holder | null): void {
  if (read(path)?.token === stale?.token) rmSync(path, { force: true })
}
