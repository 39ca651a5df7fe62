import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

/** Age at which a turn without renewal is taken to belong to a dead process. */
const IDLE_TIMEOUT_MS = 180_000
const HEARTBEAT_MS = 5000

/**
 * Makes a file or a folder unless it is there, in one process while the others wait.
 *
 * @param isMade whether there is nothing left to make; unless given, whether the path is there
 */
export async function onceAcrossProcesses(
  path: string,
  make: () => Promise<void>,
  isMade: () => boolean = () => existsSync(path),
): Promise<void> {
  const turn = `${path}.building`
  while (!isMade()) {
    if (!takeTurn(turn)) {
      await delay(200)
      continue
    }
    const alive = setInterval(() => void sendHeartbeat(turn), HEARTBEAT_MS)
    try {
      if (!isMade()) await make()
    } finally {
      clearInterval(alive)
      rmSync(turn, { recursive: true, force: true })
    }
  }
}

async function sendHeartbeat(turn: string): Promise<void> {
  const now = new Date()
  // A turn that was taken over needs no renewal.
  await utimes(turn, now, now).catch(() => {})
}

function takeTurn(turn: string): boolean {
  try {
    mkdirSync(turn)
    return true
  } catch {
    const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (since > 0 && Date.now() - since > IDLE_TIMEOUT_MS) rmSync(turn, { recursive: true, force: true })
    mkdirSync(dirname(turn), { recursive: true })
    return false
  }
}
