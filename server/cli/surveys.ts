import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { parseArgs } from 'node:util'
import { invalidParameter } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { SURVEYS_HELP } from './help/surveys-help.ts'
import { localFileSize } from './local-file-size.ts'
import { callJson } from './call-json.ts'
import { MAX_SURVEY_BYTES, surveyContract, type SurveyImportResult } from '../surveys/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import { languageOf } from './language.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'

/** Imports figures of surveys of felt safety. */
export const surveys: Command = {
  name: 'surveys',
  ...SURVEYS_HELP,
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
      ({ indicator, wave, figures }) =>
        OUTPUT_MESSAGES.figures(indicator, wave, figures)[languageOf(process.env)],
    )
    context.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`)
    return 0
  },
}

async function readBytes(path: string): Promise<Uint8Array> {
  await localFileSize(path, MAX_SURVEY_BYTES)
  return readFile(path)
}
