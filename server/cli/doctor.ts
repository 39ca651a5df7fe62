import { parseArgs } from 'node:util'
import { openBaseMap } from '../base-map/index.ts'
import { type CityChoice, chooseCity } from '../config/city.ts'
import type { Config } from '../config/config.ts'
import { type CityMap, mapContract, type Missing, MISSING_MESSAGES } from '../map-tiles/index.ts'
import { systemContract } from '../operations/index.ts'
import { checkListening } from '../config/listening.ts'
import { readPaperTemplate } from '../papers/index.ts'
import { createMailer, type MailFailed } from '../platform/mail/mailer.ts'
import { SETTING_DESCRIPTIONS } from '../config/setting-descriptions.ts'
import { type CommandLanguage, languageOf } from './language.ts'
import { callJson } from './call-json.ts'
import type { Command } from './command.ts'
import { DOCTOR_HELP } from './help/doctor-help.ts'
import type { RemoteServer } from './session.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'
import { DomainError } from '../engine/errors.ts'

/** Tells the settings, which database they lead to, and whether it answers. */
export const doctor: Command = {
  name: 'doctor',
  ...DOCTOR_HELP,
  async run(argv, context) {
    const { values } = parseArgs({ args: [...argv], options: { json: { type: 'boolean', default: false } } })
    const language = languageOf(process.env)
    const config = context.config()
    const city = chooseCity(config)
    const problems = [
      ...checkListening(config, city).map((texts) => texts[language]),
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
      for (const [name, texts] of Object.entries(SETTING_DESCRIPTIONS))
        context.stdout.write(`${name.padEnd(18)} ${texts[language]}\n`)
      for (const part of [settings, database]) context.stdout.write(`\n${linesOf(part)}\n`)
      for (const line of [...problems, ...missingLines(missing, language)])
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
    problems.push(
      error instanceof DomainError ? error.texts[languageOf(process.env)] : (error as Error).message,
    )
  }
  return problems
}

/** Reads the city's headings of papers. */
async function templateProblems({ paperTemplatePath }: Config): Promise<readonly string[]> {
  try {
    await readPaperTemplate(paperTemplatePath)
    return []
  } catch (error) {
    return [error instanceof DomainError ? error.texts[languageOf(process.env)] : (error as Error).message]
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
    return [OUTPUT_MESSAGES.mailRefused(host, (error as MailFailed).fault)[languageOf(process.env)]]
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
