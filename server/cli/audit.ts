import { parseArgs } from 'node:util'
import { listAuditEvents } from '../platform/audit/contract.ts'
import { type StoredAuditEvent } from '../platform/audit/audit.ts'
import { invalidParameter } from '../engine/errors.ts'
import { printText } from './call-json.ts'
import type { Command, CommandContext } from './command.ts'
import { AUDIT_HELP } from './help/audit-help.ts'
import type { Session } from './session.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

type Format = 'csv' | 'json' | 'lines'

/** Which events are asked for, as the API takes them. */
type Filters = Readonly<Partial<Record<'kind' | 'actor' | 'from' | 'to', string>>>

/** Prints the trail of who did what. */
export const audit: Command = {
  name: 'audit',
  ...AUDIT_HELP,
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
