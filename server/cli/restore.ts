import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { type RestoreOptions, restoreToDirectory, restoreToPostgis } from '../../db/restore.ts'
import { chooseCity } from '../config/city.ts'
import { openLog } from '../composition/log.ts'
import { operatorSocketPath, takesCommands } from '../composition/operator-socket.ts'
import type { Config } from '../config/config.ts'
import { OPERATING } from '../platform/access/principal.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import { createAuditService } from '../platform/audit/audit-service.ts'
import { readBackupFile } from './backup-file.ts'
import type { Command, CommandContext } from './command.ts'
import { RESTORE_HELP } from './help/restore-help.ts'
import type { BackupHeader } from '../operations/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'
import { REFUSAL_MESSAGES } from './refusal-messages.ts'

/** Puts a backup in the place of the city. */
export const restore: Command = {
  name: 'restore',
  ...RESTORE_HELP,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false }, json: { type: 'boolean', default: false } },
    })
    const [path, ...others] = positionals
    if (path === undefined || others.length > 0) throw invalidParameter('FILE', positionals, MESSAGES.onePath)
    const { header, payload } = await readBackupFile(path)
    const config = context.config()
    await checkTarget(config, header)
    const stream = createReadStream(path, {
      start: payload.start,
      end: payload.start + payload.length - 1,
    })
    await putInPlace(config, context, header, { payload: stream, replace: values.replace })
    context.stdout.write(
      values.json
        ? `${JSON.stringify({ restored: true, ...header })}\n`
        : `${OUTPUT_MESSAGES.restored(header.kind, header.createdAt)[languageOf(process.env)]}\n`,
    )
    return 0
  },
}

async function checkTarget(config: Config, { kind, demo }: BackupHeader): Promise<void> {
  const { url } = chooseCity(config)
  if (demo) throw new DomainError('demo-refused', REFUSAL_MESSAGES.backupOfDemo)
  if (kind === 'postgis' && url === null) throw new DomainError('conflict', REFUSAL_MESSAGES.backupOfPostgis)
  if (kind === 'embedded' && url !== null)
    throw new DomainError('conflict', REFUSAL_MESSAGES.backupOfEmbedded)
  const socketPath = url === null ? operatorSocketPath(config.dataDir) : null
  if (socketPath !== null && (await takesCommands(socketPath)))
    throw new DomainError('conflict', REFUSAL_MESSAGES.serverOnFolder)
}

async function putInPlace(
  config: Config,
  context: CommandContext,
  { createdAt }: BackupHeader,
  given: Pick<RestoreOptions, 'payload' | 'replace'>,
): Promise<void> {
  const log = openLog(config.logLevel, { quiet: config.logLevel === 'info' })
  const clock = { nowMs: () => Date.now() }
  const options: RestoreOptions = {
    ...given,
    srid: config.cityCrs,
    timezone: config.timezone,
    log,
    onRestored: ({ audit }) =>
      createAuditService({ repository: audit, clock, log }).record(OPERATING, {
        kind: 'backup',
        action: 'restore',
        subject: null,
        detail: { takenAt: createdAt },
      }),
  }
  const { url, directory } = chooseCity({ ...config, demo: 'off' })
  if (url === null) return restoreToDirectory({ ...options, directory })
  const { migrationDatabaseUrl: migrationUrl } = config
  const path = process.env.PATH ?? ''
  return restoreToPostgis({ ...options, url, migrationUrl, path, signal: context.signal })
}
