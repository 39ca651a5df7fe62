import { parseArgs } from 'node:util'
import { listAuditEvents } from '../platform/audit/contract.ts'
import { AUDIT_KINDS, type StoredAuditEvent } from '../platform/audit/audit.ts'
import { invalidParameter } from '../engine/errors.ts'
import { printText } from './call-json.ts'
import type { Command, CommandContext } from './command.ts'
import type { Session } from './session.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

type Format = 'csv' | 'json' | 'lines'

/** Which events are asked for, as the API takes them. */
type Filters = Readonly<Partial<Record<'kind' | 'actor' | 'from' | 'to', string>>>

/** Prints the trail of who did what. */
export const audit: Command = {
  name: 'audit',
  summary: 'Print the audit log: who did what',
  help: `Usage: lagesbild audit [--from TIME] [--to TIME] [--kind KIND,…] [--actor ACTOR] [--json | --csv]

Prints what was done, newest first. That it was printed is kept in the audit log too.

  --from, --to  a date or time: not before the one, before the other
  --kind        ${AUDIT_KINDS.join(', ')}
  --actor       account/ID, key/ID, operator or anonymous
  --json        one list of JSON
  --csv         CSV with a header`,
  async run(argv, context) {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        kind: { type: 'string' },
        actor: { type: 'string' },
        json: { type: 'boolean', default: false },
        csv: { type: 'boolean', default: false },
      },
    })
    const { json, csv, ...filters } = values
    if (json && csv) throw invalidParameter('--json, --csv', undefined, MESSAGES.oneOfThem)
    const format = json ? 'json' : csv ? 'csv' : 'lines'
    await printAuditLog(await context.open(), filters, format, context)
    return 0
  },
}

async function printAuditLog(
  session: Session,
  filters: Filters,
  format: Format,
  { stdout }: CommandContext,
): Promise<void> {
  const query = { ...filters, format: format === 'lines' ? 'json' : format }
  const response = await session.call(listAuditEvents, { query })
  if (format === 'lines')
    for (const event of (await response.json()) as readonly StoredAuditEvent[]) stdout.write(lineOf(event))
  else await printText(response, stdout)
}

function lineOf({ at, kind, action, subject, actor, actorName, count }: StoredAuditEvent): string {
  const who = actorName === null ? actor : `${actor} (${actorName})`
  const what = [kind, action, ...(subject === null ? [] : [subject]), ...(count === 1 ? [] : [`×${count}`])]
  return `${at.slice(0, 19)}Z  ${who}  ${what.join(' ')}\n`
}
