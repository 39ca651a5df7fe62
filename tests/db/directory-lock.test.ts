import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockDirectory } from '../../db/client/directory-lock.ts'
import { runScript } from '../support/child-process.ts'

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
    expect(() => lockDirectory(directory)).toThrow(line)
    await holder.kill()
    lockDirectory(directory).release()
  })

  it('is refused to the same process a second time', () => {
    const lock = lockDirectory(directory)
    expect(() => lockDirectory(directory)).toThrow(`process ${process.pid}`)
    lock.release()
    lockDirectory(directory).release()
  })

  it.runIf(process.platform === 'linux')('is free when the pid belongs to another process by now', () => {
    const lock = lockDirectory(directory)
    const path = join(directory, 'lagesbild.lock')
    const holder = JSON.parse(readFileSync(path, 'utf8'))
    lock.release()
    writeFileSync(path, JSON.stringify({ ...holder, began: '1', token: 'old' }))
    lockDirectory(directory).release()
  })

  it('is free when its lock says nothing that can be read', () => {
    writeFileSync(join(directory, 'lagesbild.lock'), '{')
    lockDirectory(directory).release()
  })

  it('is not given back by one whose lock was taken over', () => {
    const old = lockDirectory(directory)
    rmSync(join(directory, 'lagesbild.lock'))
    const fresh = lockDirectory(directory)
    old.release()
    expect(() => lockDirectory(directory)).toThrow(`process ${process.pid}`)
    fresh.release()
  })
})
