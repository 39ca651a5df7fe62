import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { DomainError } from '../../server/engine/errors.ts'

/** Identifies a process of this machine, also when its pid is reused. */
export interface ProcessIdentity {
  readonly pid: number
  /** Its start time in clock ticks; null = unknown. */
  readonly began: string | null
}

interface Holder extends ProcessIdentity {
  readonly token: string
}

/** A held lock; `release` removes it, unless another process has taken it over. */
export interface DirectoryLock {
  release(): void
}

/** How long a killed process may take to die. */
const MAX_WAIT_MS = 5_000
const POLL_MS = 50

/**
 * Locks the directory for this process, because two engines on one cluster would destroy it. Takes over the lock of a
 * dead process; waits for a living one, which may be ending.
 *
 * @param maxWaitMs how long the holder may take to end
 * @throws DomainError `database-unavailable` when it is still held, naming process and directory
 */
export async function lockDirectory(directory: string, maxWaitMs = MAX_WAIT_MS): Promise<DirectoryLock> {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const path = join(directory, 'lagesbild.lock')
  const own: Holder = { ...thisProcess(), token: randomUUID() }
  const deadline = performance.now() + maxWaitMs
  while (!create(path, own)) {
    const holder = read(path)
    if (holder === null || !isAlive(holder)) removeStale(path, holder)
    else if (holder.pid !== process.pid && performance.now() < deadline) await pause(POLL_MS)
    else throw inUse(directory, holder)
  }
  return {
    release: () => {
      if (read(path)?.token === own.token) rmSync(path, { force: true })
    },
  }
}

function inUse(directory: string, { pid }: Holder): DomainError {
  return new DomainError(
    'database-unavailable',
    `The data directory ${resolve(directory)} is in use by process ${pid}: stop it first, or set DATA_DIR to another directory.`,
  )
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
  return { pid: process.pid, began: statusOf(process.pid)?.began ?? null }
}

export function isAlive({ pid, began }: ProcessIdentity): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  const now = statusOf(pid)
  return now === null || (!now.hasEnded && (began === null || began === now.began))
}

interface ProcessStatus {
  /** Start time in clock ticks since boot. */
  readonly began: string
  /** A zombie without other threads; a remaining thread may still write. */
  readonly hasEnded: boolean
}

/** From fields 3, 20 and 22 of Linux' /proc/PID/stat; null elsewhere. */
function statusOf(pid: number): ProcessStatus | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, threads, began] = [fields[0]!, Number(fields[17]), fields[19]!]
    return { began, hasEnded: /[ZX]/.test(state) && threads <= 1 }
  } catch {
    return null
  }
}

/** Removes a dead process's lock, unless another process has replaced it meanwhile. */
function removeStale(path: string, stale: Holder | null): void {
  if (read(path)?.token === stale?.token) rmSync(path, { force: true })
}
