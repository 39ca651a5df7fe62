import { parseArgs } from 'node:util'
import { listAuditEvents } from '../platform/audit/contract.ts'
import { toAuditFilter } from '../platform/audit/audit-filter.ts'
import { parseAs } from '../platform/http/fields/invalid.ts'
import { AUDIT_PATHS } from '../platform/audit/paths.ts'
import { AUDIT_KINDS, type StoredAuditEvent } from '../platform/audit/audit.ts'
import { OPERATOR } from '../platform/access/audience.ts'
import { invalidParameter } from '../engine/errors.ts'
import { createTrailReader } from '../platform/audit/read-trail.ts'
import { trailCsv, trailJson } from '../platform/audit/trail-file.ts'
import type { Command, CommandContext } from './command.ts'
import { recordAsOperator } from './record-as-operator.ts'
import { answerOf } from './remote-answer.ts'
import type { DirectSession, RemoteServer } from './session.ts'

type Format = 'csv' | 'json' | 'lines'

/** Which events are asked for, as the API takes them. */
type Filters = Readonly<Partial<Record<'kind' | 'actor' | 'from' | 'to', string>>>

/** Prints the trail of who did what. */
export const audit: Command = {
  name: 'audit',
  summary: 'Print the trail of who did what',
  help: `Usage: lagesbild audit [--from TIME] [--to TIME] [--kind KIND,…] [--actor ACTOR] [--json | --csv]

Prints what was done, newest first. That it was printed is kept in the trail too.

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
    if (json && csv) throw invalidParameter('--json, --csv', undefined, 'one of them')
    const format = json ? 'json' : csv ? 'csv' : 'lines'
    const session = await context.open()
    await (session.kind === 'remote'
      ? printFromServer(session, filters, format, context)
      : printHere(session, filters, format, context))
    return 0
  },
}

async function printHere(
  session: DirectSession,
  filters: Filters,
  format: Format,
  { stdout }: CommandContext,
) {
  const { repositories, zone } = session.storage
  const query = parseAs(listAuditEvents.query, { ...filters }, 'invalid-parameter')
  const events = createTrailReader(repositories).all(toAuditFilter(query, zone), OPERATOR)
  const detail = { format, ...filters }
  await recordAsOperator(session, { kind: 'export', action: 'listAuditEvents', subject: 'audit', detail })
  const asText = { csv: trailCsv, json: trailJson, lines: trailLines }[format]
  for await (const text of asText(events)) stdout.write(text)
}

async function printFromServer(
  server: RemoteServer,
  filters: Filters,
  format: Format,
  { stdout }: CommandContext,
) {
  const query = new URLSearchParams({ ...filters, format: format === 'lines' ? 'json' : format })
  const response = await server.request(`${AUDIT_PATHS.audit}?${query}`)
  if (!response.ok) await answerOf(Promise.resolve(response))
  if (format !== 'lines') return void stdout.write(await response.text())
  for (const event of (await response.json()) as readonly StoredAuditEvent[]) stdout.write(lineOf(event))
}

async function* trailLines(events: AsyncIterable<StoredAuditEvent>): AsyncGenerator<string> {
  for await (const event of events) yield lineOf(event)
}

function lineOf({ at, kind, action, subject, actor, actorName, count }: StoredAuditEvent): string {
  const who = actorName === null ? actor : `${actor} (${actorName})`
  const what = [kind, action, ...(subject === null ? [] : [subject]), ...(count === 1 ? [] : [`×${count}`])]
  return `${at.slice(0, 19)}Z  ${who}  ${what.join(' ')}\n`
}
