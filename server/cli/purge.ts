import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { invalidParameter } from '../engine/errors.ts'
import type { Command, CommandContext } from './command.ts'
import { PURGE_HELP } from './help/purge-help.ts'
import type { ExitCode } from '../platform/exit-code.ts'
import {
  type ErasedWorkText,
  type ErasureCounts,
  type PurgeOutcome,
  upkeepContract,
} from '../operations/index.ts'
import { callJson } from './call-json.ts'
import { USAGE_MESSAGES } from './usage-messages.ts'
import { languageOf } from './language.ts'
import { localFileSize } from './local-file-size.ts'
import { OUTPUT_MESSAGES } from './output-messages.ts'
import { ERASURE_NAMES, PURGE_MESSAGES } from './purge-messages.ts'

/** Destroys what retention says must go. */
export const purge: Command = {
  name: 'purge',
  ...PURGE_HELP,
  async run(argv, context) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        'dry-run': { type: 'boolean', default: false },
        'as-of': { type: 'string' },
        rewrite: { type: 'boolean', default: false },
        incident: { type: 'string' },
        'work-item': { type: 'string' },
        'text-file': { type: 'string' },
        reason: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    if (values.incident !== undefined) return eraseIncident(values.incident, values.json, context)
    if (values['work-item'] !== undefined) return eraseWorkText(values, context)
    const { rewrite, 'dry-run': dryRun, 'as-of': asOf = null } = values
    const outcome = await callJson<PurgeOutcome>(await context.open(), upkeepContract.purge, {
      body: { asOf, dryRun, rewrite },
      signal: context.signal,
    })
    context.stdout.write(values.json ? `${JSON.stringify(outcome)}\n` : linesOf(outcome))
    return 0
  },
}

async function eraseIncident(text: string, asJson: boolean, context: CommandContext): Promise<ExitCode> {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw invalidParameter('incident', text, USAGE_MESSAGES.oneIncident)
  const { call } = await context.open()
  await call(upkeepContract.eraseIncident, { params: { id: text } })
  context.stdout.write(
    asJson
      ? `${JSON.stringify({ erased: Number(text) })}\n`
      : `${PURGE_MESSAGES.incidentGone(text)[languageOf(process.env)]}\n`,
  )
  return 0
}

interface WorkTextValues {
  readonly 'work-item'?: string | undefined
  readonly 'text-file'?: string | undefined
  readonly reason?: string | undefined
  readonly json: boolean
}

async function eraseWorkText(values: WorkTextValues, context: CommandContext): Promise<ExitCode> {
  const { 'work-item': id = '', 'text-file': file, reason, json: asJson } = values
  if (!/^[1-9]\d{0,8}$/.test(id)) throw invalidParameter('work-item', id, USAGE_MESSAGES.oneItem)
  if (file === undefined) throw invalidParameter('text-file', '', USAGE_MESSAGES.textFile)
  if (reason === undefined) throw invalidParameter('reason', '', USAGE_MESSAGES.whyItGoes)
  await localFileSize(file)
  const text = (await readFile(file, 'utf8')).trim().normalize('NFC')
  const session = await context.open()
  const request = { params: { id }, body: { text, reason } }
  const erased = await callJson<ErasedWorkText>(session, upkeepContract.eraseWorkText, request)
  const message = `${OUTPUT_MESSAGES.textGone(erased.items, erased.revisions)[languageOf(process.env)]}\n`
  context.stdout.write(asJson ? `${JSON.stringify(erased)}\n` : message)
  return 0
}

function linesOf({ dryRun, counts, notRewritten, openTransactions }: PurgeOutcome): string {
  const language = languageOf(process.env)
  const kinds = (Object.keys(ERASURE_NAMES) as (keyof ErasureCounts)[]).filter((kind) => counts[kind] > 0)
  const verb = (dryRun ? PURGE_MESSAGES.wouldBe : PURGE_MESSAGES.destroyed)[language]
  const lines =
    kinds.length === 0
      ? [`${verb}: ${PURGE_MESSAGES.nothing[language]}.`]
      : [`${verb}:`, ...kinds.map((kind) => `  ${counts[kind]} ${ERASURE_NAMES[kind][language]}`)]
  if (notRewritten.length > 0) lines.push(PURGE_MESSAGES.notRewritten(notRewritten.join(', '))[language])
  if (openTransactions > 0) lines.push(PURGE_MESSAGES.bytesLeft(openTransactions)[language])
  return `${lines.join('\n')}\n`
}
