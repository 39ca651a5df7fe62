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
import type { BackupHeader } from '../operations/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

/** Puts a backup in the place of the city. */
export const restore: Command = {
  name: 'restore',
  summary: 'Put a backup in the place of the city',
  help: `Usage: lagesbild restore FILE [--replace] [--json]

Reads the backup through, unpacks it beside the city, brings it up to date and only then gives it the city's place: in
one step, so that there is the old city or the new one, never half of either. A backup of the embedded database goes into
DATA_DIR (stop the server first), one of PostGIS into the database that DATABASE_URL names (servers go on and show it; it
takes pg_restore, and a role that may create databases). Everybody has to sign in again.

On PostGIS transactions are counted anew: reviews keep their evidence and its hash, but lagesbild verify can no longer
compute those from before the restore again. Secrets in DATA_DIR are left as they are.

  --replace   lose the city that is there
  --json      one JSON object instead of a line`,
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
        : `Restored: the ${header.kind} database as of ${header.createdAt}.\n`,
    )
    return 0
  },
}

async function checkTarget(config: Config, { kind, demo }: BackupHeader): Promise<void> {
  const { url } = chooseCity(config)
  if (demo)
    throw new DomainError(
      'demo-refused',
      'This is a backup of the demo city: lagesbild demo --rebuild makes it anew.',
    )
  if (kind === 'postgis' && url === null)
    throw new DomainError(
      'conflict',
      'This is a backup of PostGIS: set DATABASE_URL to the database that it is to go into.',
    )
  if (kind === 'embedded' && url !== null)
    throw new DomainError(
      'conflict',
      'This is a backup of the embedded database: it goes into DATA_DIR, without DATABASE_URL.',
    )
  const socketPath = url === null ? operatorSocketPath(config.dataDir) : null
  if (socketPath !== null && (await takesCommands(socketPath)))
    throw new DomainError('conflict', 'A server runs on this folder: stop it first.')
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
