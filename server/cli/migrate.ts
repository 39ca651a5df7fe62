import { parseArgs } from 'node:util'
import { chooseCity } from '../config/city.ts'
import { DomainError } from '../engine/errors.ts'
import type { Command } from './command.ts'

/** Brings the database's schema up to date. */
export const migrate: Command = {
  name: 'migrate',
  summary: 'Bring the schema up to date and let the serving role serve',
  help: `Usage: lagesbild migrate [--json]

Brings the schema of the database up to date, in one transaction. With MIGRATION_DATABASE_URL it does so as that role,
makes the role of DATABASE_URL if need be, and grants it the rows that serving takes and nothing else. A server that is
given both addresses does the same when it starts; one that is given DATABASE_URL alone, and may not, says so.

  --json   one JSON object instead of a line`,
  async run(argv, context) {
    const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } })
    if (context.config().migrationDatabaseUrl !== null && chooseCity(context.config()).url === null)
      throw new DomainError('invalid-setting', 'MIGRATION_DATABASE_URL: says nothing without DATABASE_URL.')
    const session = await context.open()
    if (session.kind === 'remote')
      throw new DomainError('conflict', 'A server runs on this database: it migrated when it started.')
    const { kind, version } = await session.storage.repositories.info()
    context.stdout.write(
      values.json
        ? `${JSON.stringify({ migrated: true, database: kind, version })}\n`
        : `The schema is up to date (${kind}, PostgreSQL ${version}).\n`,
    )
    return 0
  },
}
