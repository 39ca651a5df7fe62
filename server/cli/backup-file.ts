import { createReadStream } from 'node:fs'
import { open, readdir, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { isAlive, thisProcess } from '../../db/client/directory-lock.ts'
import { DomainError } from '../engine/errors.ts'
import { checkBackup, type CheckedBackup } from '../operations/index.ts'
import { localFileSize } from './local-file-size.ts'
import { REFUSAL_MESSAGES, WRITE_FAULTS } from './refusal-messages.ts'

const OWNER_ONLY = 0o600

/**
 * Writes a file that appears whole or not at all: beside its place, readable by its owner alone, forced to the disk, read
 * through again, and only then given its name. Whatever fails, nothing half-written is left; of a process that was killed,
 * until the next backup to the same name.
 *
 * @returns what the file says of itself, and its size in bytes
 * @throws DomainError `conflict` when there is such a file and it is not to be replaced
 */
export async function writeBackupFile(
  path: string,
  chunks: AsyncIterable<Uint8Array>,
  { overwrite, token }: { readonly overwrite: boolean; readonly token: string },
): Promise<CheckedBackup & { readonly bytes: number }> {
  if (!overwrite && (await isThere(path)))
    throw new DomainError('conflict', REFUSAL_MESSAGES.fileIsThere(path))
  const draft = draftPath(path, token)
  try {
    await removeAbandoned(path)
    await writeAll(draft, chunks)
    const checked = await readBackupFile(draft)
    await rename(draft, path)
    await syncFolder(dirname(path))
    return checked
  } catch (error) {
    throw explain(error, path)
  } finally {
    await rm(draft, { force: true })
  }
}

/** Reads a backup through, before anything of it is used. */
export async function readBackupFile(path: string): Promise<CheckedBackup & { readonly bytes: number }> {
  const bytes = await localFileSize(path)
  return { ...(await checkBackup(createReadStream(path), bytes)), bytes }
}

const SUFFIX = '.part'
/** Between the name of the backup and the suffix: the process that writes, and a token. */
const DRAFT = /^(?<pid>\d+)-(?<began>\d+|unknown)\.\w+$/
/** As versions up to 0.2.0 named it, which no process of theirs still writes. */
const FORMER_DRAFT = /^[0-9a-f]{12}$/

function draftPath(path: string, token: string): string {
  const { pid, began } = thisProcess()
  return join(dirname(path), `.${basename(path)}.${pid}-${began ?? 'unknown'}.${token}${SUFFIX}`)
}

/** Removes the drafts of this backup whose processes were killed: each is as large as a backup, and holds incidents. */
async function removeAbandoned(path: string): Promise<void> {
  const prefix = `.${basename(path)}.`
  // A folder that may be written to need not be readable.
  for (const name of await readdir(dirname(path)).catch(() => [])) {
    if (
      name.startsWith(prefix) &&
      name.endsWith(SUFFIX) &&
      isAbandoned(name.slice(prefix.length, -SUFFIX.length))
    )
      await rm(join(dirname(path), name), { force: true })
  }
}

function isAbandoned(draft: string): boolean {
  const { pid, began } = DRAFT.exec(draft)?.groups ?? {}
  if (pid === undefined) return FORMER_DRAFT.test(draft)
  return !isAlive({ pid: Number(pid), began: began === 'unknown' ? null : began! })
}

async function writeAll(path: string, chunks: AsyncIterable<Uint8Array>): Promise<void> {
  const file = await open(path, 'wx', OWNER_ONLY)
  try {
    for await (const chunk of chunks) await file.writeFile(chunk)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** The new name is on the disk once its folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  )
}

function explain(error: unknown, path: string): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const why = typeof code === 'string' ? WRITE_FAULTS[code] : undefined
  if (why === undefined) return error
  const message = REFUSAL_MESSAGES.notWritten(path, why)
  return new DomainError('database-unavailable', message, { cause: error })
}
