import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { OPERATOR } from '../platform/access/audience.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { changeAsOperator } from './record-as-operator.ts'
import { answerOf } from './remote-answer.ts'
import type { DirectSession, RemoteServer } from './session.ts'
import {
  createSurveyService,
  MAX_SURVEY_BYTES,
  type SurveyImportResult,
  SURVEY_PATHS,
} from '../surveys/index.ts'

/** Imports figures of surveys of felt safety. */
export const surveys: Command = {
  name: 'surveys',
  summary: 'Import figures of surveys of felt safety from CSV',
  help: `Usage: lagesbild surveys import FILE.csv [--json]

Takes the figures of a file in, all of them or none. They are shares that the survey's owner has published, by district;
they are shown beside what is reported and never mixed with it. Each wave of an indicator that the file holds replaces
what was stored of that wave.

Columns, with commas or semicolons:
  indicator  what was asked: safe-outdoors-at-night, avoided-a-place, or the owner's own words
  wave       when it was asked, for example 2025
  area       name or number of a district
  group      who answered: all, women, men, young, elderly, or the owner's own words
  percent    0-100
  margin     half the width of the 95 % interval, percentage points; may be empty
  answers    how many answered; may be empty
  source     who asked, and in which survey
  published  the day on which it was published; the column may be left out

  --json     the outcome as one JSON object

Exit codes: 0 done, 1 the file is at fault, 2 the call is, 3 the system.`,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { json: { type: 'boolean', default: false } },
    })
    const [action, path, ...others] = positionals
    if (action !== 'import') throw invalidParameter('surveys', action, 'is followed by import')
    if (path === undefined || others.length > 0)
      throw invalidParameter('FILE', positionals, 'exactly one file')
    const text = await readText(path)
    const session = await context.open()
    const result = await (session.kind === 'remote'
      ? importThroughServer(session, path, text)
      : importDirectly(session, text))
    const lines = result.waves.map(
      ({ indicator, wave, figures }) => `${indicator}, ${wave}: ${figures} figures`,
    )
    context.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`)
    return 0
  },
}

function importDirectly(session: DirectSession, text: string): Promise<SurveyImportResult> {
  const { repositories, city, imports } = session.storage
  const beforeWrite = () => imports.refuseWhileMerging()
  const service = createSurveyService({ ...repositories, demo: city.demo, beforeWrite })
  const work = { kind: 'import', action: 'createSurveyImport', subject: null } as const
  return changeAsOperator(
    session,
    work,
    async () => service.importFile(text, OPERATOR),
    ({ figures }) => ({ detail: { figures } }),
  )
}

async function importThroughServer(
  server: RemoteServer,
  path: string,
  text: string,
): Promise<SurveyImportResult> {
  const body = new FormData()
  body.set('file', new Blob([text]), basename(path))
  return (await answerOf(
    server.request(SURVEY_PATHS.surveyImports, { method: 'POST', body }),
  )) as SurveyImportResult
}

async function readText(path: string): Promise<string> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new DomainError('invalid-file', `There is no file ${path}.`)
  if (found.size > MAX_SURVEY_BYTES) throw new DomainError('too-large', `${path} is larger than 4 MB.`)
  return readFile(path, 'utf8')
}
