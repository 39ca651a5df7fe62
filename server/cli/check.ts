import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { CHECK_HELP } from './help/check-help.ts'
import { FILE_MESSAGES } from './file-messages.ts'
import { localFileSize } from './local-file-size.ts'
import { callJson } from './call-json.ts'
import { checkContract, type CheckResponse } from '../checks/index.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'

const MAX_BYTES = 2 ** 20

/** Checks a footprint from a file against the stored incidents and prints the findings. */
export const check: Command = {
  name: 'check',
  ...CHECK_HELP,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        lang: { type: 'string', default: 'sv' },
        json: { type: 'boolean', default: false },
      },
    })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) throw invalidParameter('FILE', positionals, MESSAGES.oneFile)
    if (values.lang !== 'sv' && values.lang !== 'en')
      throw invalidParameter('--lang', values.lang, MESSAGES.oneOf(['sv', 'en']))
    const period = Object.fromEntries(
      [['from', values.from] as const, ['to', values.to] as const].filter(([, text]) => text !== undefined),
    )
    const { checkPolygon } = checkContract
    const body = parseAs(checkPolygon.body, { geometry: await readJson(file), ...period }, 'invalid-body')
    const session = await context.open()
    const result = await callJson<CheckResponse>(session, checkPolygon, { body, signal: context.signal })
    context.stdout.write(
      values.json ? `${JSON.stringify(result)}\n` : linesOf(result, values.lang === 'en' ? 'en' : 'sv'),
    )
    return 0
  },
}

async function readJson(file: string): Promise<unknown> {
  await localFileSize(file, MAX_BYTES)
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new DomainError('invalid-file', FILE_MESSAGES.notJson(file, (error as Error).message))
  }
}

function linesOf({ evidence, sha256 }: CheckResponse, language: 'sv' | 'en'): string {
  const { provenance, findings } = evidence
  const lines = [
    `${provenance.query.from.slice(0, 10)} – ${provenance.query.to.slice(0, 10)}`,
    ...provenance.notices.map((notice) => `! ${notice[language]}`),
    ...findings.map((finding) => `- ${finding[language]}`),
    OUTPUT_MESSAGES.snapshot(provenance.snapshotVersion)[language],
    `sha256 ${sha256}`,
  ]
  return `${lines.join('\n')}\n`
}
