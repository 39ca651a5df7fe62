import { parseArgs } from 'node:util'
import { invalidParameter } from '../engine/errors.ts'
import type { Command } from './command.ts'
import { UNITS_HELP } from './help/units-help.ts'
import { localFileSize } from './local-file-size.ts'
import { readMapping, runImportFile } from './run-import-file.ts'
import { cutUnits } from './units-cut.ts'
import { USAGE_MESSAGES as MESSAGES } from './usage-messages.ts'

/** Imports a table of sums, incidents by cell or area, month and category; and renews what staff are told. */
export const units: Command = {
  name: 'units',
  ...UNITS_HELP,
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
    const file = { path, mapping: { table: 'units', source }, bytesTotal: await localFileSize(path) }
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
