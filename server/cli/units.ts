import { parseArgs } from 'node:util'
import { REGISTERS } from '../engine/disclosure/registers.ts'
import { invalidParameter } from '../engine/errors.ts'
import { AREA_KINDS } from '../engine/snapshot/features.ts'
import type { Command } from './command.ts'
import { readMapping, runImportFile, sizeOf } from './run-import-file.ts'
import { cutUnits } from './units-cut.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

/** Imports a table of sums, incidents by cell or area, month and category; and renews what staff are told. */
export const units: Command = {
  name: 'units',
  summary: 'Import a table of sums by cell and month; renew the figures of planners',
  help: `Usage: lagesbild units import FILE --source ID|SOURCE.json [--register REGISTER] [--json]
       lagesbild units cut [--json]

import takes in sums that a database or an engine made of incidents, beside or instead of their rows. FILE is Parquet (or CSV,
CSV.gz) with the columns
  i, j       the cell of 50 m; or
  area       name or id of a stored area, with kind (${AREA_KINDS.join(', ')}) where a name is not one area's alone
  month      2024-03
  category   a category of the product, as in GET /api/categories
  setting    outdoor, indoor_public, dwelling or unknown; may be left out
  flags      elder_crime, hate, child, domestic, several joined by |; may be left out
  count      how many incidents, 1 to 1,000,000
db/units/units-table.*.sql make such a table in PostGIS, Spark and Trino. Sums of areas fill areas, never cells.

A newer table corrects the sums that it holds and adds those that are new; the same again adds nothing. A sum that is no
longer in it stays: take the earlier import back first (lagesbild import --undo ID). Incidents that are stored as rows
too would count twice.

  --source    the id of a known source, or a JSON file that declares one (id, controller, legalBasis, purpose, …)
  --register  ${REGISTERS.join(', ')}: that of a source that is declared
  --json      the outcome as one JSON object; lagesbild import --rejects ID tells of rejected rows

cut renews what planners and coordinators are told, after the month's deliveries: once a calendar month. What comes in
later, corrections too, shows with the next. UNITS_CUT_DAY says on which day it is done by itself.

Exit codes: 0 done, 1 the file or the source is at fault or this month has its cut, 2 the call is, 3 the system.`,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        source: { type: 'string' },
        register: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [action, path, ...others] = positionals
    if (action === 'cut' && path === undefined) {
      await cutUnits(context, values.json)
      return 0
    }
    if (action !== 'import')
      throw invalidParameter(
        'units',
        action,
        MESSAGES.followedBy({ sv: 'import FIL eller cut', en: 'import FILE or cut' }),
      )
    if (path === undefined || others.length > 0) throw invalidParameter('FILE', positionals, MESSAGES.oneFile)
    if (values.source === undefined) throw invalidParameter('--source', undefined, MESSAGES.isNeeded)
    const source = await sourceOf(values.source, values.register)
    const file = { path, mapping: { table: 'units', source }, bytesTotal: await sizeOf(path) }
    return runImportFile(file, values.json, context)
  },
}

async function sourceOf(named: string, register: string | undefined): Promise<unknown> {
  if (named.endsWith('.json')) {
    const declared = await readMapping(named)
    return register === undefined ? declared : Object.assign({}, declared, { register })
  }
  if (register === undefined) return named
  throw invalidParameter('--register', register, MESSAGES.declaredSource)
}
