import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { callJson } from './call-json.ts'
import { MAX_SURVEY_BYTES, surveyContract, type SurveyImportResult } from '../surveys/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

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
    if (action !== 'import')
      throw invalidParameter('surveys', action, MESSAGES.followedBy({ sv: 'import', en: 'import' }))
    if (path === undefined || others.length > 0) throw invalidParameter('FILE', positionals, MESSAGES.oneFile)
    const chunks = [await readBytes(path)]
    const upload = { fields: {}, fileName: basename(path), chunks }
    const session = await context.open()
    const result = await callJson<SurveyImportResult>(session, surveyContract.createSurveyImport, { upload })
    const lines = result.waves.map(
      ({ indicator, wave, figures }) => `${indicator}, ${wave}: ${figures} figures`,
    )
    context.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`)
    return 0
  },
}

async function readBytes(path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new DomainError('invalid-file', `There is no file ${path}.`)
  if (found.size > MAX_SURVEY_BYTES) throw new DomainError('too-large', `${path} is larger than 4 MB.`)
  return readFile(path)
}
