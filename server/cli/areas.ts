import { readFile, stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { isCalendarDate } from '../platform/http/fields/instant.ts'
import { DomainError, invalidParameter } from '../engine/errors.ts'
import { sridOfName } from '../engine/projection/crs-name.ts'
import { AREA_KINDS, PREMISES_KINDS } from '../engine/snapshot/features.ts'
import { callJson } from './call-json.ts'
import type { Command } from './command.ts'
import { areaContract, type AreasImportOptions, type AreasImportResult } from '../areas/index.ts'

const MAX_BYTES = 64 * 2 ** 20

/** Imports areas (study area, waters, districts, …) from a file. */
export const areasCommand: Command = {
  name: 'areas',
  summary: 'Import areas (study, water, district, place, base) and premises from a file',
  help: `Usage: lagesbild areas import FILE --kind KIND [--name-property P] [OPTION…] [--json]

Takes the polygons of a file in, and names those that it cannot use: GeoJSON, GeoPackage, Shapefile (ZIP), KML, FlatGeobuf, GML, DXF, MapInfo (ZIP). A file that was imported before adds nothing. Premises (points or
polygons of ${PREMISES_KINDS.join(', ')}) replace all of their kind: releases tell of
incidents within 50 m of them in the figures of whole areas alone. Shelters show to analysts alone.

  --kind                ${AREA_KINDS.join(', ')};
                        ${PREMISES_KINDS.join(', ')}
  --name-property       the property that holds the name; without it areas are called by kind and number
  --residents-property  residents; given more than once the properties are added up
  --visitors-property   visitors; likewise
  --exposure-source     where residents and visitors come from, and their date
  --valid-from          first day of validity, for example 2020-07-01
  --valid-to            last day of validity
  --layer               of a file with several layers the one to read
  --crs                 EPSG code of the positions, where the file does not name it (its crs, else 4326)
  --json                the outcome as one JSON object

Exit codes: 0 done, 1 the file is at fault, 2 the call is, 3 the system.`,
  async run(argv, context) {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        kind: { type: 'string' },
        'name-property': { type: 'string' },
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
    if (action !== 'import') throw invalidParameter('areas', action, 'is followed by import')
    if (path === undefined || others.length > 0)
      throw invalidParameter('FILE', positionals, 'exactly one file')
    const options: AreasImportOptions = {
      kind: kindOf(values.kind),
      nameProperty: values['name-property'] ?? null,
      residentsProperties: values['residents-property'] ?? [],
      visitorsProperties: values['visitors-property'] ?? [],
      exposureSource: values['exposure-source'] ?? null,
      validFrom: dateOf('--valid-from', values['valid-from']),
      validTo: dateOf('--valid-to', values['valid-to']),
      layer: values.layer ?? null,
      ...(values.crs === undefined ? {} : { crs: crsOf(values.crs) }),
    }
    const chunks = [await readBytes(path)]
    const upload = { fields: { options: JSON.stringify(options) }, fileName: 'areas.geojson', chunks }
    const session = await context.open()
    const result = await callJson<AreasImportResult>(session, areaContract.createAreaImport, { upload })
    const { imported, unchanged, notices, rejected } = result
    const lines = [
      ...notices.map((notice) => `! ${notice}`),
      ...rejected.map(
        ({ feature, name, rule }) => `! feature ${feature}, ${name}: rejected, it must be one that ${rule}`,
      ),
      `${imported} areas imported, ${unchanged} known already.`,
    ]
    context.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${lines.join('\n')}\n`)
    return 0
  },
}

const KINDS = [...AREA_KINDS, ...PREMISES_KINDS] as const

function kindOf(text: string | undefined): AreasImportOptions['kind'] {
  const kind = KINDS.find((known) => known === text)
  if (kind === undefined) throw invalidParameter('--kind', text, `is one of ${KINDS.join(', ')}`)
  return kind
}

function dateOf(option: string, text: string | undefined): string | null {
  if (text === undefined) return null
  if (isCalendarDate(text)) return text
  throw invalidParameter(option, text, 'is a date, for example 2020-07-01')
}

function crsOf(text: string): number {
  const code = /^\d{4,6}$/.test(text) ? Number(text) : sridOfName(text)
  if (code === null) throw invalidParameter('--crs', text, 'is an EPSG code, for example EPSG:3006')
  return code
}

async function readBytes(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) throw new DomainError('invalid-file', `There is no file ${path}.`)
  if (found.size > MAX_BYTES) throw new DomainError('too-large', `${path} is larger than 64 MB.`)
  return readFile(path)
}
