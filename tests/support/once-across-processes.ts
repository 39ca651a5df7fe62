import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

const BUILD_LIMIT_MS = 180_000

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
    try {
      if (!isMade()) await make()
    } finally {
      rmSync(turn, { recursive: true, force: true })
    }
  }
}

function takeTurn(turn: string): boolean {
  try {
    mkdirSync(turn)
    return true
  } catch {
    const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? 0
    if (since > 0 && Date.now() - since > BUILD_LIMIT_MS) rmSync(turn, { recursive: true, force: true })
    mkdirSync(dirname(turn), { recursive: true })
    return false
  }
}
