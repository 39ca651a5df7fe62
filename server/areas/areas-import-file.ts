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
import { areaOutline, premisesOutline } from './areas-import-geometry.ts'
import { withoutRepeats } from './areas-repeated.ts'
import {
  type AreaRecord,
  type AreaRecords,
  type AreasImportOptions,
  readAreaRecords,
} from './areas-import-records.ts'

const MAX_PROBLEMS = 50
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

/** An area of a file that cannot be used. */
export interface RejectedArea {
  /** Its place in the file, from 1. */
  readonly feature: number
  readonly name: string
  readonly rule: string
}

/** What a file of areas, or of premises, comes to. */
export type ReadAreas =
  | {
      readonly areas: readonly ReadArea<AreaProperties>[]
      readonly notices: readonly string[]
      readonly rejected: readonly RejectedArea[]
    }
  | { readonly kind: PremisesKind; readonly premises: readonly ReadArea<{ readonly name: string | null }>[] }

/**
 * Reads a file of areas and puts its outlines right: a minute's work when they cross themselves often.
 *
 * @throws DomainError `invalid-file` for a file that is no FeatureCollection in UTF-8; `invalid-geometry` that names every
 * area when none can be used; `invalid-file` as `chooseSystem` does, `invalid-setting` for an unknown CRS
 */
export function readAreasFile({ bytes, options, city }: AreasFile): ReadAreas {
  const found = readAreaRecords(textIn(bytes), options)
  const { records, namedSystem } = found
  const clues = { given: options.crs ?? null, named: namedSystem, positions: somePositions(records), city }
  const transform = createTransform(chooseSystem(clues), city.srid)
  const { kind } = options
  return isPremisesKind(kind)
    ? { kind, premises: premisesOf(records, options, transform) }
    : areasOf(found, { ...options, kind }, transform)
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
    planar: written(premisesOutline(record, transform)),
  }))
}

function areasOf(
  { records, notices }: AreaRecords,
  options: AreasImportOptions & { readonly kind: AreaKind },
  transform: Transform,
): ReadAreas {
  const outlines = records.map((record) => ({ record, outline: areaOutline(record.geometry, transform) }))
  const sorted = withoutRepeats(
    outlines.flatMap(({ record, outline }) =>
      'rule' in outline
        ? []
        : [
            {
              record,
              repair: outline.repair,
              planar: written(outline.planar),
              properties: propertiesOf(record, options),
            },
          ],
    ),
  )
  const unusable = outlines.flatMap(({ record, outline }) =>
    'rule' in outline ? [{ ...reported(record), rule: outline.rule }] : [],
  )
  if (sorted.taken.length === 0) throw nothingUsable(unusable)
  return {
    areas: sorted.taken.map(({ planar, properties }) => ({ planar, properties })),
    notices: [
      ...notices,
      ...sorted.taken.flatMap(({ record, repair }) => (repair === null ? [] : [`${record.name}: ${repair}`])),
      ...sorted.repeats,
    ],
    rejected: [...unusable, ...sorted.rejected].toSorted((a, b) => a.feature - b.feature),
  }
}

function reported({ ordinal, name }: AreaRecord) {
  return { feature: ordinal, name }
}

function written(planar: Geometry): string {
  return JSON.stringify(planar)
}

function nothingUsable(unusable: readonly RejectedArea[]): DomainError {
  const [first] = unusable
  const more = unusable.length > 1 ? ` (and ${unusable.length - 1} more)` : ''
  const message = `${first!.name}: the geometry breaks the rule that it ${first!.rule}${more}; nothing was imported.`
  const problems = unusable.slice(0, MAX_PROBLEMS).map(({ feature, name, rule }): FieldProblem => {
    return { field: `features.${feature - 1}.geometry`, value: name, rule }
  })
  return new DomainError('invalid-geometry', message, { problems })
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
