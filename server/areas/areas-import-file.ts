import type { Geometry } from 'geojson'
import { DomainError, type FieldProblem } from '../engine/errors.ts'
import {
  type AreaKind,
  type AreaProperties,
  PREMISES_KINDS,
  type PremisesKind,
} from '../engine/snapshot/features.ts'
import { chooseSystem } from '../engine/projection/choose-system.ts'
import type { CityBounds } from '../engine/projection/likely-systems.ts'
import { createTransform, type Transform } from '../engine/projection/transform.ts'
import { type AreaOutline, areaOutline, premisesGround } from './areas-import-geometry.ts'
import { type AreaRecord, type AreasImportOptions, readAreaRecords } from './areas-import-records.ts'

const MOST_PROBLEMS = 50
/** The system of a file shows in so many of its positions. */
const MAX_POSITIONS = 200

/** A file of areas as it came; all of it can be cloned, and the bytes moved. */
export interface AreasFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly options: AreasImportOptions
  readonly city: CityBounds
}

/** Something of a file as it is to be stored. */
export interface ReadArea<P> {
  readonly properties: P
  /**
   * GeoJSON geometry, metres in the city's CRS on the 1 cm grid, as text: half a million positions go from one thread to
   * another in 20 ms so, and in 150–400 ms as nested lists (measured).
   */
  readonly planar: string
}

/** What a file of areas, or of premises, comes to. */
export type ReadAreas =
  | { readonly areas: readonly ReadArea<AreaProperties>[]; readonly notices: readonly string[] }
  | { readonly kind: PremisesKind; readonly premises: readonly ReadArea<{ readonly name: string | null }>[] }

/**
 * Reads a file of areas and puts its outlines right: a minute's work when they cross themselves often.
 *
 * @throws DomainError `invalid-file` for a file that is no FeatureCollection in UTF-8; `invalid-geometry` that names every
 * area that cannot be used; `invalid-file` as `chooseSystem` does, `invalid-setting` for an unknown CRS
 */
export function readAreasFile({ bytes, options, city }: AreasFile): ReadAreas {
  const { records, namedSystem } = readAreaRecords(textIn(bytes), options)
  const clues = { given: options.crs ?? null, named: namedSystem, positions: somePositions(records), city }
  const transform = createTransform(chooseSystem(clues), city.srid)
  const { kind } = options
  return isPremisesKind(kind)
    ? { kind, premises: premisesOf(records, options, transform) }
    : areasOf(records, { ...options, kind }, transform)
}

function somePositions(records: readonly AreaRecord[]): readonly (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  const walk = (value: unknown): void => {
    if (found.length >= MAX_POSITIONS || !Array.isArray(value)) return
    const [x, y] = value as unknown[]
    if (typeof x === 'number' && typeof y === 'number') found.push([x, y])
    else for (const inner of value) walk(inner)
  }
  for (const { geometry } of records)
    walk((geometry as { readonly coordinates?: unknown } | null)?.coordinates)
  return found
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DomainError('invalid-file', 'file: must be UTF-8', { cause })
  }
}

function premisesOf(records: readonly AreaRecord[], options: AreasImportOptions, transform: Transform) {
  return records.map((record) => ({
    properties: { name: options.nameProperty === null ? null : record.name },
    planar: written(premisesGround(record, transform)),
  }))
}

function areasOf(
  records: readonly AreaRecord[],
  options: AreasImportOptions & { readonly kind: AreaKind },
  transform: Transform,
): ReadAreas {
  const outlines = records.map((record) => ({ record, outline: areaOutline(record.geometry, transform) }))
  refuseUnusable(outlines)
  const areas = outlines.flatMap(({ record, outline }) =>
    'rule' in outline ? [] : [{ planar: written(outline.planar), properties: propertiesOf(record, options) }],
  )
  const notices = outlines
    .filter(({ outline }) => 'wasRepaired' in outline && outline.wasRepaired)
    .map(({ record }) => `${record.name}: the outline crossed or touched itself and was repaired`)
  return { areas, notices }
}

function written(planar: Geometry): string {
  return JSON.stringify(planar)
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

function propertiesOf(
  record: AreaRecord,
  options: AreasImportOptions & { readonly kind: AreaKind },
): AreaProperties {
  return {
    kind: options.kind,
    name: record.name,
    validFrom: options.validFrom ?? null,
    validTo: options.validTo ?? null,
    residents: record.residents,
    visitors: record.visitors,
    exposureSource: options.exposureSource ?? null,
    derived: false,
  }
}

/** Whether a file holds premises and no areas. */
export function isPremisesKind(kind: AreaKind | PremisesKind): kind is PremisesKind {
  return (PREMISES_KINDS as readonly string[]).includes(kind)
}
