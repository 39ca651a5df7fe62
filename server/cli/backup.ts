import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { dumpPostgis } from '../../db/postgis/postgres-tools.ts'
import { OPERATING } from '../platform/access/principal.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import { writeBackupFile } from './backup-file.ts'
import type { Command } from './command.ts'
import type { DirectSession } from './session.ts'
import { upkeepOf } from '../composition/upkeep.ts'
import { packBackup, upkeepContract } from '../operations/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

/** Writes a backup of the city into one file. */
export const backup: Command = {
  name: 'backup',
  summary: 'Write a backup of the city into one file',
  help: `Usage: lagesbild backup FILE [--overwrite] [--json]

Writes everything that the database holds, as of one moment, into one file that only you can read, with a checksum. A
server that runs goes on: it hands the backup out itself when the database is the embedded one; from PostGIS it is taken
by pg_dump, which must be on this machine in the server's version. Sessions and open links are not restored; the secrets
in DATA_DIR are not in it, nor is the base map.

The file holds incidents: keep it where the data may lie, and no longer than they may be kept (see DATASKYDD.md).

  --overwrite   replace FILE when it is there
  --json        one JSON object instead of a line`,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { overwrite: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    })
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) throw invalidParameter('FILE', positionals, MESSAGES.onePath)
    const session = await context.open()
    const url = session.kind === 'direct' ? session.storage.city.url : null
    const chunks =
      session.kind === 'remote' || url === null
        ? (await session.call(upkeepContract.takeBackup)).body!
        : await dumped(session, context.config().migrationDatabaseUrl ?? url, context.signal)
    const token = randomBytes(6).toString('hex')
    const written = await writeBackupFile(path, chunks, { overwrite: values.overwrite, token })
    if (session.kind === 'direct' && url !== null) await note(session, written.bytes)
    const reported = { file: path, bytes: written.bytes, ...written.header }
    context.stdout.write(
      values.json
        ? `${JSON.stringify(reported)}\n`
        : `Wrote ${path}: ${written.bytes} bytes, the ${reported.kind} database as of ${reported.createdAt}.\n`,
    )
    return 0
  },
}

/** A backup of PostGIS, which its own tools make. */
async function dumped(
  { storage }: DirectSession,
  url: string,
  signal: AbortSignal,
): Promise<AsyncIterable<Uint8Array>> {
  const header = await upkeepOf(storage).backups.header()
  return packBackup(header, dumpPostgis({ path: process.env.PATH ?? '', url }, signal))
}

/** A backup that is there is not taken back for want of a note; that there is none is told. */
async function note({ storage }: DirectSession, bytes: number): Promise<void> {
  try {
    await storage.auditLog.record(OPERATING, {
      kind: 'backup',
      action: 'takeBackup',
      subject: null,
      detail: { bytes },
    })
  } catch (cause) {
    const messages = 'The backup is written, but the audit log could not keep a note of it.'
    throw new DomainError('database-unavailable', messages, { cause })
  }
}
