import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { lockDirectory } from '../../db/client/directory-lock.ts'
import { runScript } from '../support/child-process.ts'

/** Takes it as it must be free now, and gives it back. */
async function takeAndRelease(directory: string): Promise<void> {
  const lock = await lockDirectory(directory, 0)
  lock.release()
}

const HOLDER = new URL('../fixtures/hold-directory.ts', import.meta.url)

describe('a data directory', () => {
  let directory: string
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'lagesbild-lock-'))
  })
  afterEach(() => rmSync(directory, { recursive: true }))

  it('is refused to a second process in one line that names both, and free once the first has died', async () => {
    const holder = runScript(HOLDER, directory)
    await holder.lines.next()
    const line = new RegExp(
      `^The data directory ${directory} is in use by process ${holder.process.pid}: [^\n]+$`,
    )
    await expect(lockDirectory(directory, 0)).rejects.toThrow(line)
    await holder.kill()
    await takeAndRelease(directory)
  })

  it('is locked after waiting for its ending holder', async () => {
    const holder = runScript(HOLDER, directory)
    await holder.lines.next()
    const locking = lockDirectory(directory)
    await holder.kill()
    const lock = await locking
    lock.release()
  })

  it.runIf(process.platform === 'linux')('is free when its holder is a zombie', async () => {
    // The shell becomes a program that never waits for the holder that it started.
    const script = '"$0" --import tsx "$@" & exec sleep 600'
    const parent = spawn('sh', ['-c', script, process.execPath, fileURLToPath(HOLDER), directory], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    onTestFinished(() => void parent.kill())
    await once(parent.stdout, 'data')
    const { pid } = JSON.parse(readFileSync(join(directory, 'lagesbild.lock'), 'utf8'))
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8')).toContain(') Z ')
    // Not at once: its other threads may be ending still.
    const lock = await lockDirectory(directory)
    lock.release()
  })

  it('is refused to the same process a second time', async () => {
    const lock = await lockDirectory(directory, 0)
    await expect(lockDirectory(directory, 0)).rejects.toThrow(`process ${process.pid}`)
    lock.release()
    await takeAndRelease(directory)
  })

  it.runIf(process.platform === 'linux')(
    'is free when the pid belongs to another process by now',
    async () => {
      const lock = await lockDirectory(directory, 0)
      const path = join(directory, 'lagesbild.lock')
      const holder = JSON.parse(readFileSync(path, 'utf8'))
      lock.release()
      writeFileSync(path, JSON.stringify({ ...holder, began: '1', token: 'old' }))
      await takeAndRelease(directory)
    },
  )

  it('is free when its lock file is unreadable', async () => {
    writeFileSync(join(directory, 'lagesbild.lock'), '{')
    await takeAndRelease(directory)
  })

  it('is not released by a process whose lock was taken over', async () => {
    const old = await lockDirectory(directory, 0)
    rmSync(join(directory, 'lagesbild.lock'))
    const fresh = await lockDirectory(directory, 0)
    old.release()
    await expect(lockDirectory(directory, 0)).rejects.toThrow(`process ${process.pid}`)
    fresh.release()
  })
})
