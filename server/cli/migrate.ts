import { parseArgs } from 'node:util'
import { chooseCity } from '../config/city.ts'
import { DomainError } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { MIGRATE_HELP } from './help/migrate-help.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'
import { REFUSAL_MESSAGES } from './refusal-messages.ts'

/** Brings the database's schema up to date. */
export const migrate: Command = {
  name: 'migrate',
  ...MIGRATE_HELP,
  async run(argv, context) {
    const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } })
    if (context.config().migrationDatabaseUrl !== null && chooseCity(context.config()).url === null)
      throw new DomainError('invalid-setting', REFUSAL_MESSAGES.onlyWithDatabase)
    const session = await context.open()
    if (session.kind === 'remote') throw new DomainError('conflict', REFUSAL_MESSAGES.serverMigrated)
    const { kind, version } = await session.storage.repositories.info()
    context.stdout.write(
      values.json
        ? `${JSON.stringify({ migrated: true, database: kind, version })}\n`
        : `${OUTPUT_MESSAGES.schemaIsNew(kind, version)[languageOf(process.env)]}\n`,
    )
    return 0
  },
}
