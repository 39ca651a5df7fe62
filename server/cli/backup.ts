import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { dumpPostgis } from '../../db/postgis/postgres-tools.ts'
import { OPERATING } from '../platform/access/principal.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import { writeBackupFile } from './backup-file.ts'
import type { Command } from './command.ts'
import { BACKUP_HELP } from './help/backup-help.ts'
import type { DirectSession } from './session.ts'
import { upkeepOf } from '../composition/upkeep.ts'
import { packBackup, upkeepContract } from '../operations/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'
import { REFUSAL_MESSAGES } from './refusal-messages.ts'

/** Writes a backup of the city into one file. */
export const backup: Command = {
  name: 'backup',
  ...BACKUP_HELP,
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
        : `${OUTPUT_MESSAGES.wrote(path, written.bytes, reported.kind, reported.createdAt)[languageOf(process.env)]}\n`,
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
    throw new DomainError('database-unavailable', REFUSAL_MESSAGES.backupUnnoted, { cause })
  }
}
