import { parseArgs } from 'node:util'
import { chooseCity } from '../config/city.ts'
import { systemContract } from '../operations/index.ts'
import { checkListening } from '../config/listening.ts'
import { SETTINGS } from '../config/settings.ts'
import { callJson } from './call-json.ts'
import type { Command } from './command.ts'
import type { RemoteServer } from './session.ts'

/** Tells the settings, which database they lead to, and whether it answers. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'List the settings and see whether the database answers',
  help: `Usage: lagesbild doctor [--json]

Reads the settings from the environment, says what they come to and which database they lead to, opens it (or asks the server that holds
it), and tells its versions and what is wrong with the settings. Changes nothing but may create the embedded database.

  --json   one JSON object instead of lines

Exit codes: 0 nothing is wrong, 1 something is, 2 a setting cannot be read, 3 the database does not answer.`,
  async run(argv, context) {
    const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } })
    const config = context.config()
    const problems = checkListening(config, chooseCity(config))
    const session = await context.open()
    const database =
      session.kind === 'direct' ? await session.storage.repositories.info() : await requestStatus(session)
    const { sessionSecret: _secret, openIdConnect, databaseUrl, migrationDatabaseUrl, ...shown } = config
    const settings = {
      ...shown,
      databaseUrl: databaseUrl === null ? null : '(set)',
      migrationDatabaseUrl: migrationDatabaseUrl === null ? null : '(set)',
      openIdConnect: openIdConnect === null ? null : openIdConnect.issuer,
    }
    const found = { settings, database, problems }
    if (values.json) context.stdout.write(`${JSON.stringify(found)}\n`)
    else {
      for (const [name, setting] of Object.entries(SETTINGS))
        context.stdout.write(`${name.padEnd(18)} ${setting.description}\n`)
      for (const part of [settings, database]) context.stdout.write(`\n${linesOf(part)}\n`)
      for (const problem of problems) context.stdout.write(`\n${problem}\n`)
    }
    return problems.length === 0 ? 0 : 1
  },
}

function linesOf(part: object): string {
  const written = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  return Object.entries(part)
    .map(([key, value]) => `${key}: ${written(value)}`)
    .join('\n')
}

async function requestStatus(server: RemoteServer) {
  const { database } = await callJson<{ readonly database?: object }>(server, systemContract.getReadiness)
  return { ...database, server: server.socketPath }
}
