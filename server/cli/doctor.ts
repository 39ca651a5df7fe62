import { parseArgs } from 'node:util'
import { openBaseMap } from '../base-map/index.ts'
import { type CityChoice, chooseCity } from '../config/city.ts'
import type { Config } from '../config/config.ts'
import { type CityMap, mapContract, type Missing, MISSING_MESSAGES } from '../map-tiles/index.ts'
import { systemContract } from '../operations/index.ts'
import { checkListening } from '../config/listening.ts'
import { readPaperTemplate } from '../papers/index.ts'
import { createMailer, type MailFailed } from '../platform/mail/mailer.ts'
import { SETTINGS } from '../config/settings.ts'
import { type CommandLanguage, languageOf } from './language.ts'
import { callJson } from './call-json.ts'
import type { Command } from './command.ts'
import type { RemoteServer } from './session.ts'

/** Tells the settings, which database they lead to, and whether it answers. */
export const doctor: Command = {
  name: 'doctor',
  summary: 'List the settings and see whether the database answers',
  help: `Usage: lagesbild doctor [--json]

Reads the settings from the environment, says what they come to and which database they lead to, opens it (or asks the server that holds
it), and tells its versions, what is wrong with the settings and what a good map lacks. Changes nothing but may create the embedded database.

  --json   one JSON object instead of lines

Exit codes: 0 nothing is wrong, 1 something is, 2 a setting cannot be read, 3 the database does not answer.`,
  async run(argv, context) {
    const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } })
    const config = context.config()
    const city = chooseCity(config)
    const problems = [
      ...checkListening(config, city),
      ...(await baseMapProblems(config, city)),
      ...(await templateProblems(config)),
      ...(await mailProblems(config)),
    ]
    const session = await context.open()
    const database =
      session.kind === 'direct' ? await session.storage.repositories.info() : await requestStatus(session)
    const { missing } = await callJson<CityMap>(session, mapContract.getMap)
    const {
      sessionSecret: _secret,
      openIdConnect,
      mail,
      databaseUrl,
      migrationDatabaseUrl,
      ...shown
    } = config
    const settings = {
      ...shown,
      databaseUrl: databaseUrl === null ? null : '(set)',
      migrationDatabaseUrl: migrationDatabaseUrl === null ? null : '(set)',
      openIdConnect: openIdConnect === null ? null : openIdConnect.issuer,
      mail: mail === null ? null : `${new URL(mail.url).host} as ${mail.from}`,
    }
    const found = { settings, database, problems, missing }
    if (values.json) context.stdout.write(`${JSON.stringify(found)}\n`)
    else {
      for (const [name, setting] of Object.entries(SETTINGS))
        context.stdout.write(`${name.padEnd(18)} ${setting.description}\n`)
      for (const part of [settings, database]) context.stdout.write(`\n${linesOf(part)}\n`)
      for (const line of [...problems, ...missingLines(missing, languageOf(process.env))])
        context.stdout.write(`\n${line}\n`)
    }
    return problems.length === 0 ? 0 : 1
  },
}

/** Opens the base map and closes it again. */
async function baseMapProblems(config: Config, { demo }: CityChoice): Promise<readonly string[]> {
  const problems: string[] = []
  try {
    const baseMap = await openBaseMap(config, demo, (line) => problems.push(line))
    await baseMap.close()
  } catch (error) {
    problems.push((error as Error).message)
  }
  return problems
}

/** Reads the city's headings of papers. */
async function templateProblems({ paperTemplatePath }: Config): Promise<readonly string[]> {
  try {
    await readPaperTemplate(paperTemplatePath)
    return []
  } catch (error) {
    return [(error as Error).message]
  }
}

/** Signs in at the mail server, and sends nothing. */
async function mailProblems({ mail }: Config): Promise<readonly string[]> {
  if (mail === null) return []
  const mailer = createMailer(mail)
  try {
    await mailer.verify()
    return []
  } catch (error) {
    const { host } = new URL(mail.url)
    return [`SMTP_URL: the mail server ${host} takes nothing from here (${(error as MailFailed).fault}).`]
  } finally {
    mailer.close()
  }
}

/** What a good map lacks, and how each comes there. */
function missingLines(missing: readonly Missing[], language: CommandLanguage): readonly string[] {
  if (missing.length === 0) return []
  const { names, ways, lacks } = MISSING_MESSAGES[language]
  const lines = missing.map((what) => `  ${names[what]}: ${ways[what]}`)
  return [[lacks(missing.map((what) => names[what])), ...lines].join('\n')]
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
