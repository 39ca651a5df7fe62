import { parseArgs } from 'node:util'
import { isCalendarDate } from '../platform/http/fields/instant.ts'
import { invalidParameter } from '../engine/errors.ts'
import { sridOfName } from '../engine/projection/crs-name.ts'
import { AREA_KINDS, CONTEXT_KINDS } from '../engine/snapshot/features.ts'
import { readAreasBytes } from './read-areas-bytes.ts'
import { callJson } from './call-json.ts'
import type { Command } from './command.ts'
import { AREAS_HELP } from './help/areas-help.ts'
import {
  AREA_FILE_MESSAGES,
  areaContract,
  type AreasImportOptions,
  type AreasImportResult,
} from '../areas/index.ts'
import { languageOf } from './language.ts'
import { USAGE_MESSAGES } from './usage-messages.ts'

/** Imports areas (study area, waters, districts, …) and features of the background map from a file. */
export const areasCommand: Command = {
  name: 'areas',
  ...AREAS_HELP,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        'name-property': { type: 'string' },
        'rank-property': { type: 'string' },
        'residents-property': { type: 'string', multiple: true },
        'visitors-property': { type: 'string', multiple: true },
        'exposure-source': { type: 'string' },
        'valid-from': { type: 'string' },
        'valid-to': { type: 'string' },
        layer: { type: 'string' },
        crs: { type: 'string' },
        json: { type: 'boolean', default: false },
      },
    })
    const [action, path, ...others] = positionals
    if (action !== 'import')
      throw invalidParameter('areas', action, USAGE_MESSAGES.followedBy({ sv: 'import', en: 'import' }))
    if (path === undefined || others.length > 0)
      throw invalidParameter('FILE', positionals, USAGE_MESSAGES.oneFile)
    const options: AreasImportOptions = {
      kind: kindOf(values.kind),
      nameProperty: values['name-property'] ?? null,
      rankProperty: values['rank-property'] ?? null,
      residentsProperties: values['residents-property'] ?? [],
      visitorsProperties: values['visitors-property'] ?? [],
      exposureSource: values['exposure-source'] ?? null,
      validFrom: dateOf('--valid-from', values['valid-from']),
      validTo: dateOf('--valid-to', values['valid-to']),
      layer: values.layer ?? null,
      ...(values.crs === undefined ? {} : { crs: crsOf(values.crs) }),
    }
    const chunks = [await readAreasBytes(path)]
    const upload = { fields: { options: JSON.stringify(options) }, fileName: 'areas.geojson', chunks }
    const session = await context.open()
    const result = await callJson<AreasImportResult>(session, areaContract.createAreaImport, { upload })
    const { imported, unchanged, notices, rejected } = result
    const language = languageOf(process.env)
    const lines = [
      ...notices.map((notice) => `! ${notice[language]}`),
      ...rejected.map(
        ({ feature, name, rule }) => `! ${AREA_FILE_MESSAGES.rejected(feature, name, rule)[language]}`,
      ),
      AREA_FILE_MESSAGES.imported(imported, unchanged)[language],
    ]
    context.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`)
    return 0
  },
}

const KINDS = [...AREA_KINDS, ...CONTEXT_KINDS] as const

function kindOf(text: string | undefined): AreasImportOptions['kind'] {
  const kind = KINDS.find((known) => known === text)
  if (kind === undefined) throw invalidParameter('--kind', text, USAGE_MESSAGES.oneOf(KINDS))
  return kind
}

function dateOf(option: string, text: string | undefined): string | null {
  if (text === undefined) return null
  if (isCalendarDate(text)) return text
  throw invalidParameter(option, text, USAGE_MESSAGES.date)
}

function crsOf(text: string): number {
  const code = /^\d{4,6}$/.test(text) ? Number(text) : sridOfName(text)
  if (code === null) throw invalidParameter('--crs', text, USAGE_MESSAGES.epsg)
  return code
}
