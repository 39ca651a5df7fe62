import type { Geometry } from 'geojson'
import { DomainError, type FieldProblem } from '../engine/errors.ts'
import {
  type AreaKind,
  type AreaProperties,
  CONTEXT_KINDS,
  type ContextKind,
} from '../engine/snapshot/features.ts'
import { chooseSystem } from '../engine/projection/choose-system.ts'
import type { CityBounds } from '../engine/projection/likely-systems.ts'
import { createTransform, type Transform } from '../engine/projection/transform.ts'
import { decodedTwice, runsEncodedTwice } from '../formats/encoded-twice.ts'
import { cornersIn } from '../formats/positions/corners-in.ts'
import { areaOutline } from '../layers/index.ts'
import { contextGround, isPremisesKind } from './context-ground.ts'
import type { ReadArea, ReadContext } from './read-area.ts'
import { overlapNotices } from './areas-overlap.ts'
import { withoutRepeats } from './areas-repeated.ts'
import {
  type AreaRecord,
  type AreaRecords,
  type AreasImportOptions,
  readAreaRecords,
} from './areas-import-records.ts'
import type { Texts } from '../engine/texts.ts'
import { AREA_FILE_MESSAGES as MESSAGES } from './messages.ts'
import { FILE_MESSAGES } from '../formats/messages/file.ts'

const MAX_PROBLEMS = 50

/** A file of areas as it came; all of it can be cloned, and the bytes moved. */
export interface AreasFile {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly options: AreasImportOptions
  readonly city: CityBounds
}

/** An area of a file that cannot be used. */
export interface RejectedArea {
  /** Its place in the file, from 1. */
  readonly feature: number
  readonly name: string
  readonly rule: Texts
}

/** What a file of areas, or of the background map, comes to. */
export type ReadAreas = (
  | { readonly areas: readonly ReadArea<AreaProperties>[] }
  | { readonly kind: ContextKind; readonly context: readonly ReadContext[] }
) & { readonly notices: readonly Texts[]; readonly rejected: readonly RejectedArea[] }

/**
 * Reads a file of areas and puts its outlines right: a minute's work when they cross themselves often.
 *
 * @throws DomainError `invalid-file` for a file that is no FeatureCollection in UTF-8; `invalid-geometry` that names every
 * area when none can be used; `invalid-file` as `chooseSystem` does, `invalid-setting` for an unknown CRS
 */
export function readAreasFile({ bytes, options, city }: AreasFile): ReadAreas {
  const text = textIn(bytes)
  const isTwice = runsEncodedTwice(text) > 0
  const read = readAreaRecords(isTwice ? decodedTwice(text) : text, options)
  const found = { ...read, notices: [...(isTwice ? [MESSAGES.encodedTwice] : []), ...read.notices] }
  const { records, namedSystem } = found
  const clues = {
    given: options.crs ?? null,
    named: namedSystem,
    positions: cornersIn(records.map(({ geometry }) => geometry)),
    city,
  }
  const transform = createTransform(chooseSystem(clues), city.srid)
  const { kind } = options
  return isContextKind(kind)
    ? contextOf(found, { ...options, kind }, transform)
    : areasOf(found, { ...options, kind }, transform)
}

function textIn(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new DomainError('invalid-file', FILE_MESSAGES.notUtf8, { cause })
  }
}

/**
 * Features of the background map but for those that cannot be used; of premises all or none, for one that is missing would be
 * sheltered no longer.
 */
function contextOf(
  { records, notices }: AreaRecords,
  options: AreasImportOptions & { readonly kind: ContextKind },
  transform: Transform,
): ReadAreas {
  const { kind, nameProperty } = options
  const context: ReadContext[] = []
  const rejected: RejectedArea[] = []
  const repairs: Texts[] = []
  for (const record of records) {
    const name = nameProperty === null || record.isUnnamed ? null : record.name
    const ground =
      kind === 'place_name' && name === null
        ? { rule: MESSAGES.named }
        : contextGround(kind, record.geometry, transform)
    if ('rule' in ground) {
      if (isPremisesKind(kind)) throw badPremises(record, ground.rule)
      rejected.push({ ...reported(record), rule: ground.rule })
      continue
    }
    if (ground.repair !== null) repairs.push(MESSAGES.of(record.name, ground.repair))
    context.push({ properties: { name, rank: record.rank }, planar: written(ground.planar) })
  }
  if (context.length === 0) throw nothingUsable(rejected)
  return { kind, context, notices: [...notices, ...repairs], rejected }
}

function badPremises({ name }: AreaRecord, rule: Texts): DomainError {
  return new DomainError('invalid-geometry', MESSAGES.badPremises(name, rule), {
    problems: [{ field: 'geometry', value: name, rule: rule.en, sv: rule.sv }],
  })
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
      ...sorted.taken.flatMap(({ record, repair }) =>
        repair === null ? [] : [MESSAGES.of(record.name, repair)],
      ),
      ...sorted.repeats,
      ...overlapNotices(sorted.taken),
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
  const message = MESSAGES.nothingUsable(first!.name, first!.rule, unusable.length - 1)
  const problems = unusable.slice(0, MAX_PROBLEMS).map(({ feature, name, rule }): FieldProblem => {
    return { field: `features.${feature - 1}.geometry`, value: name, rule: rule.en, sv: rule.sv }
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

/** Whether a file holds features of the background map and no areas. */
export function isContextKind(kind: AreaKind | ContextKind): kind is ContextKind {
  return (CONTEXT_KINDS as readonly string[]).includes(kind)
}
