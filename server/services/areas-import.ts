import { DomainError, type FieldProblem } from '../domain/errors.ts'
import { type AreaKind, type AreaProperties, PREMISES_KINDS, type PremisesKind } from '../domain/features.ts'
import type { FeatureRepository } from '../domain/ports.ts'
import { createTransform } from '../snapshot/transform.ts'
import { demoRefused } from './demo-refused.ts'
import { type AreaOutline, areaOutline } from './areas-import-geometry.ts'
import { importPremises } from './premises-import.ts'
import { type AreaRecord, type AreasImportOptions, readAreaRecords } from './areas-import-records.ts'

export type { AreasImportOptions } from './areas-import-records.ts'

const WGS84 = 4326
const MOST_PROBLEMS = 50

export interface AreasImportResult {
  readonly imported: number
  /** Areas that are stored already, exactly so. */
  readonly unchanged: number
  /** What was put right on the way, one line an area. */
  readonly notices: readonly string[]
}

export interface AreasImportDeps {
  readonly features: Pick<FeatureRepository, 'readAll' | 'insertMany' | 'replaceContext'>
  readonly srid: number
  readonly demo: boolean
}

/**
 * Imports the polygons of a GeoJSON file as areas of one kind: all of them, or none. A file that was imported before
 * adds nothing; a boundary that has moved is another area with its own validity, the old one stays. Premises replace those of
 * their kind (see `importPremises`).
 *
 * @param text the file's text
 * @throws DomainError `invalid-file` for a file that is no FeatureCollection; `invalid-geometry` that names every
 * area that cannot be used; `demo-refused`
 */
export async function importAreas(
  text: string,
  options: AreasImportOptions,
  { features, srid, demo }: AreasImportDeps,
): Promise<AreasImportResult> {
  if (demo) throw demoRefused()
  const records = readAreaRecords(text, options)
  const transform = createTransform(options.crs ?? WGS84, srid)
  const { kind } = options
  if (isPremisesKind(kind)) {
    return importPremises(records, { kind, isNamed: options.nameProperty !== null, transform }, features)
  }
  const outlines = records.map((record) => ({ record, outline: areaOutline(record.geometry, transform) }))
  refuseUnusable(outlines)
  const areas = outlines.flatMap(({ record, outline }) =>
    'rule' in outline ? [] : [{ planar: outline.planar, properties: propertiesOf(kind, record, options) }],
  )
  const stored = new Set((await features.readAll()).areas.map(fingerprint))
  const fresh = areas.filter((area) => !stored.has(fingerprint(area)))
  const imported = fresh.length === 0 ? 0 : await features.insertMany('areas', fresh)
  const notices = outlines
    .filter(({ outline }) => 'wasRepaired' in outline && outline.wasRepaired)
    .map(({ record }) => `${record.name}: the outline crossed or touched itself and was repaired`)
  return { imported, unchanged: areas.length - fresh.length, notices }
}

function refuseUnusable(outlines: readonly { record: AreaRecord; outline: AreaOutline }[]): void {
  const problems = outlines.flatMap(({ record, outline }): FieldProblem[] =>
    'rule' in outline
      ? [{ field: `features.${record.ordinal - 1}.geometry`, value: record.name, rule: outline.rule }]
      : [],
  )
  const [first] = problems
  if (first === undefined) return
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : ''
  const message = `${String(first.value)}: the geometry ${brokenRule(first.rule)}${more}; nothing was imported.`
  throw new DomainError('invalid-geometry', message, { problems: problems.slice(0, MOST_PROBLEMS) })
}

function brokenRule(rule: string): string {
  return `breaks the rule that it ${rule}`
}

function propertiesOf(kind: AreaKind, record: AreaRecord, options: AreasImportOptions): AreaProperties {
  return {
    kind,
    name: record.name,
    validFrom: options.validFrom ?? null,
    validTo: options.validTo ?? null,
    residents: record.residents,
    visitors: record.visitors,
    exposureSource: options.exposureSource ?? null,
    derived: false,
  }
}

function fingerprint({ planar, properties }: { planar: unknown; properties: AreaProperties }): string {
  const { kind, name, validFrom, validTo, residents, visitors, exposureSource } = properties
  return JSON.stringify([kind, name, validFrom, validTo, residents, visitors, exposureSource, planar])
}

function isPremisesKind(kind: AreaKind | PremisesKind): kind is PremisesKind {
  return (PREMISES_KINDS as readonly string[]).includes(kind)
}
