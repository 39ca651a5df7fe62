import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** How commands find the server that holds the embedded database, and prove that they may command it. */
export interface ServerFile {
  readonly pid: number
  readonly url: string
  readonly token: string
}

const NAME = 'server.json'
const OWNER_ONLY = 0o600

/** Writes the file, readable by its owner alone; appears whole or not at all. */
export function writeServerFile(dataDir: string, content: ServerFile): void {
  mkdirSync(dataDir, { recursive: true })
  const draft = join(dataDir, `${NAME}.${content.pid}`)
  writeFileSync(draft, JSON.stringify(content), { mode: OWNER_ONLY })
  renameSync(draft, join(dataDir, NAME))
}

/** The file of the server that runs on this folder, or null when none does. */
export function readServerFile(dataDir: string): ServerFile | null {
  try {
    const content = JSON.parse(readFileSync(join(dataDir, NAME), 'utf8')) as ServerFile
    process.kill(content.pid, 0)
    return content
  } catch {
    return null
  }
}

/** Takes the file away if it is still that of a process. */
export function removeServerFile(dataDir: string, pid: number): void {
  if (readServerFile(dataDir)?.pid === pid) rmSync(join(dataDir, NAME), { force: true })
}
