import { parseArgs } from 'node:util'
import { invalidParameter } from '../../engine/errors.ts'
import type { AreaFile, CityAreaKind, CityPlan } from './city-plan.ts'
import { USAGE_MESSAGES as MESSAGES } from '../usage-messages.ts'

const TEXT = { type: 'string' } as const

/** Options by the kind of areas whose file they name; each has one beside it for the property that holds names. */
const FILE_OPTIONS = [
  ['study', 'study'],
  ['water', 'water'],
  ['districts', 'district'],
  ['base', 'base'],
] as const satisfies readonly (readonly [string, CityAreaKind])[]

/** What the words of a call say. @throws DomainError `invalid-parameter` */
export function planFromOptions(argv: readonly string[]): {
  readonly plan: CityPlan
  readonly json: boolean
} {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      name: TEXT,
      crs: TEXT,
      timezone: TEXT,
      database: TEXT,
      'data-dir': TEXT,
      'base-map': TEXT,
      study: TEXT,
      'study-name': TEXT,
      water: TEXT,
      'water-name': TEXT,
      districts: TEXT,
      'districts-name': TEXT,
      base: TEXT,
      'base-name': TEXT,
      'residents-property': { type: 'string', multiple: true },
      source: TEXT,
      incidents: TEXT,
      mapping: TEXT,
      json: { type: 'boolean', default: false },
    },
  })
  if (positionals.length > 0) throw invalidParameter('city init', positionals, MESSAGES.optionsAlone)
  const areas = FILE_OPTIONS.flatMap(([option, kind]): readonly AreaFile[] => {
    const path = values[option]
    const nameProperty = values[`${option}-name`] ?? null
    if (path === undefined && nameProperty !== null)
      throw invalidParameter(`--${option}-name`, nameProperty, MESSAGES.goesWith(`--${option}`))
    const residentsProperties = kind === 'base' ? (values['residents-property'] ?? []) : []
    return path === undefined ? [] : [{ kind, path, nameProperty, residentsProperties }]
  })
  const plan: CityPlan = {
    name: values.name ?? null,
    crs: values.crs ?? null,
    timezone: values.timezone ?? null,
    database: values.database ?? null,
    dataDir: values['data-dir'] ?? null,
    baseMap: values['base-map'] ?? null,
    areas,
    source: values.source ?? null,
    incidents: values.incidents ?? null,
    mapping: values.mapping ?? null,
  }
  refuseContradictions(plan, values['residents-property'] ?? [])
  return { plan, json: values.json }
}

function refuseContradictions(
  { areas, source, incidents, mapping }: CityPlan,
  residents: readonly string[],
): void {
  if (residents.length > 0 && areas.every(({ kind }) => kind !== 'base'))
    throw invalidParameter('--residents-property', residents, MESSAGES.goesWith('--base'))
  if (mapping !== null && incidents === null)
    throw invalidParameter('--mapping', mapping, MESSAGES.goesWith('--incidents'))
  if (incidents !== null && source === null && mapping === null)
    throw invalidParameter('--incidents', incidents, MESSAGES.noRowWithoutSource)
}
