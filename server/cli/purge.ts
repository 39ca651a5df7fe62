import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { invalidParameter } from '../engine/errors.ts'
import type { Command, CommandContext } from './command.ts'
import type { ExitCode } from '../platform/exit-code.ts'
import {
  type ErasedWorkText,
  type ErasureCounts,
  type ErasureKind,
  type PurgeOutcome,
  upkeepContract,
} from '../operations/index.ts'
import { callJson } from './call-json.ts'
import { USAGE_MESSAGES } from './usage-messages.ts'

/** Destroys what retention says must go. */
export const purge: Command = {
  name: 'purge',
  summary: 'Destroy incidents, texts, rejects and traces that are past their retention',
  help: `Usage: lagesbild purge [--dry-run] [--as-of DATE] [--rewrite] [--json]
       lagesbild purge --incident ID [--json]
       lagesbild purge --work-item ID --text-file FILE --reason TEXT [--json]

Destroys what need not be kept any more: incidents past the retention of their source (counted from when they were over)
with every earlier state, free text after 90 days, rejected rows and mappings of files after 30, what was retracted,
earlier states of layers, the audit log and keys after two years, what sign-ins leave behind, evidence of reviews that were
left open after a year, and the internal evidence of locked ones after five; their public documents stay. Every server stops
showing it within a second. Run it daily; DATASKYDD.md tells more. What is given up in the middle goes on with the next
run.

With MIGRATION_DATABASE_URL it works as that role; the role that serves may not erase.

  --dry-run      count what would go, change nothing
  --as-of DATE   judge as of this day; one that has not come only with --dry-run
  --incident ID  destroy what is known of this incident now, whatever its age; no later file brings it back
  --work-item ID take the text in a file out of this item (meeting, commitment, finding, …) and of what repeats it at
                 its place, minutes and earlier states too; [raderat] stands there instead, and the log says why
  --rewrite      write tables, indexes and, embedded, the log of writes anew, so that no byte of it stays in a file;
                 they are locked meanwhile (a million incidents: about half a minute)
  --json         the outcome as one JSON object`,
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
    asJson ? `${JSON.stringify({ erased: Number(text) })}\n` : `Incident ${text} is destroyed.\n`,
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
  const text = (await readFile(file, 'utf8')).trim().normalize('NFC')
  const session = await context.open()
  const request = { params: { id }, body: { text, reason } }
  const erased = await callJson<ErasedWorkText>(session, upkeepContract.eraseWorkText, request)
  const message = `The text is gone from ${erased.items} items and ${erased.revisions} of their states.\n`
  context.stdout.write(asJson ? `${JSON.stringify(erased)}\n` : message)
  return 0
}

const MESSAGES: Readonly<Record<ErasureKind, string>> = {
  incidents: 'incidents past the retention of their source',
  retracted: 'retracted incidents',
  revisions: 'earlier states of incidents',
  texts: 'free texts',
  observationTexts: 'texts of observations',
  rejects: 'rejected rows',
  imports: 'imports emptied of what they quote',
  layerRevisions: 'earlier states of layers',
  auditEvents: 'events of the audit log',
  sessions: 'ended sessions',
  invitations: 'expired links',
  keys: 'old keys',
  drafts: 'evidences of reviews that were never locked, and replaced ones',
  evidence: 'secret annexes of reviews, whose public documents stay',
  numbers: 'numbers of incidents erased before',
}

function linesOf({ dryRun, counts, notRewritten, openTransactions }: PurgeOutcome): string {
  const kinds = (Object.keys(MESSAGES) as (keyof ErasureCounts)[]).filter((kind) => counts[kind] > 0)
  const verb = dryRun ? 'Would be destroyed' : 'Destroyed'
  const lines =
    kinds.length === 0
      ? [`${verb}: nothing.`]
      : [`${verb}:`, ...kinds.map((kind) => `  ${counts[kind]} ${MESSAGES[kind]}`)]
  if (notRewritten.length > 0)
    lines.push(`Not rewritten, for it takes a superuser: VACUUM FULL ${notRewritten.join(', ')}.`)
  if (openTransactions > 0)
    lines.push(
      `Bytes of it are left in the files: ${openTransactions} older transactions of the database are still open ` +
        'and may read them. Run again with --rewrite when they have ended.',
    )
  return `${lines.join('\n')}\n`
}
