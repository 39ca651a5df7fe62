import { isPlain } from '../platform/http/fields/text-fields.ts'
import { readPeople } from './people-column.ts'
import { DomainError } from '../engine/errors.ts'
import { type NamedSystem, readNamedSystem } from '../engine/projection/crs-name.ts'
import type { AreaKind, ContextKind } from '../engine/snapshot/features.ts'
import type { Texts } from '../engine/texts.ts'
import { AREA_FILE_MESSAGES as MESSAGES } from './messages.ts'
import { FILE_MESSAGES } from '../formats/messages/file.ts'

const MAX_NAME_LENGTH = 200
/** Of what a file holds a refusal tells no more than so much. */
const MAX_LISTED = 20
const MAX_ECHO_LENGTH = 500

/** What the areas of a file are, and which of its properties say what. */
export interface AreasImportOptions {
  /** Premises, streets and what else the background map shows are no areas, but come in files like theirs. */
  readonly kind: AreaKind | ContextKind
  /** The property that holds the name; null = areas without names of their own, called by their kind and number. */
  readonly nameProperty: string | null
  /** What they are called instead of their kind: one alone by this name, several by it and their number. */
  readonly name?: string | null
  /** Of the background map the property that says from how far a feature is drawn, 1 to 5; null = as is usual for its kind. */
  readonly rankProperty?: string | null
  /** One property, or several that are added up (residents by sex and age). */
  readonly residentsProperties?: readonly string[]
  readonly visitorsProperties?: readonly string[]
  /** Source and date of residents and visitors. */
  readonly exposureSource?: string | null
  readonly validFrom?: string | null
  readonly validTo?: string | null
  /** Of a file with several layers (GeoPackage, …) the one to read. */
  readonly layer?: string | null
  /** EPSG code of the positions; absent = what the file names, else WGS 84 where they can be degrees. */
  readonly crs?: number | undefined
}

/** A file's features and what it says of them all. */
export interface AreaRecords {
  readonly records: readonly AreaRecord[]
  readonly namedSystem: NamedSystem | null
  /** How its figures were read where that can be doubted. */
  readonly notices: readonly Texts[]
}

/** One feature of an areas file with what its properties say. */
export interface AreaRecord {
  /** Place in the file, from 1. */
  readonly ordinal: number
  readonly name: string
  /** Whether its name is made of the kind and its place. */
  readonly isUnnamed: boolean
  readonly residents: number | null
  readonly visitors: number | null
  readonly rank: number | null
  readonly geometry: unknown
}

type Json = { readonly [key: string]: unknown }

/**
 * The features of a GeoJSON FeatureCollection.
 *
 * @throws DomainError `invalid-file` when the text is no FeatureCollection, a property that is asked for is not there, or a
 * name is longer than one may be or holds what none may hold
 */
export function readAreaRecords(text: string, options: AreasImportOptions): AreaRecords {
  const { features, namedSystem } = collectionOf(text)
  refuseMissing(features, options)
  const notices: Texts[] = []
  const residents = sumsOf(features, options.residentsProperties, notices)
  const visitors = sumsOf(features, options.visitorsProperties, notices)
  const records = features.map((feature, index) => {
    const given = options.nameProperty === null ? '' : textOf(propertiesOf(feature)[options.nameProperty])
    refuseName(given, index + 1)
    return {
      ordinal: index + 1,
      name: given === '' ? nameOf(options, index, features.length) : given,
      isUnnamed: given === '',
      residents: residents[index]!,
      visitors: visitors[index]!,
      rank: rankOf(feature, index + 1, options.rankProperty ?? null),
      geometry: feature['geometry'],
    }
  })
  return { records, namedSystem, notices }
}

function nameOf({ name = null, kind }: AreasImportOptions, index: number, count: number): string {
  return name !== null && count === 1 ? name : `${name ?? kind} ${index + 1}`
}

function collectionOf(text: string): {
  readonly features: readonly Json[]
  readonly namedSystem: NamedSystem | null
} {
  let parsed: unknown
  try {
    parsed = JSON.parse(text)
  } catch (cause) {
    throw new DomainError('invalid-file', FILE_MESSAGES.notJson, { cause })
  }
  const features = isObject(parsed) && parsed['type'] === 'FeatureCollection' ? parsed['features'] : null
  if (!Array.isArray(features) || features.length === 0 || !features.every(isObject)) {
    throw new DomainError('invalid-file', MESSAGES.noCollection)
  }
  return { features, namedSystem: readNamedSystem(parsed) }
}

/** A property that no feature has is a slip of the pen, not a file without names. */
function refuseMissing(features: readonly Json[], options: AreasImportOptions): void {
  const known = new Set(
    features.flatMap((feature) =>
      isObject(feature['properties']) ? Object.keys(feature['properties']) : [],
    ),
  )
  const requested = [
    ...(options.nameProperty === null ? [] : [options.nameProperty]),
    ...(options.residentsProperties ?? []),
    ...(options.visitorsProperties ?? []),
    ...(options.rankProperty == null ? [] : [options.rankProperty]),
  ]
  const missing = requested.find((name) => !known.has(name))
  if (missing === undefined) return
  const shown = [...known].slice(0, MAX_LISTED).join(', ').slice(0, MAX_ECHO_LENGTH)
  throw new DomainError('invalid-file', MESSAGES.missingProperty(missing, shown))
}

function refuseName(name: string, ordinal: number): void {
  if (name.length <= MAX_NAME_LENGTH && isPlain(name)) return
  throw new DomainError('invalid-file', MESSAGES.badName(ordinal, MAX_NAME_LENGTH))
}

function rankOf(feature: Json, ordinal: number, property: string | null): number | null {
  const text = property === null ? '' : textOf(propertiesOf(feature)[property])
  if (text === '') return null
  if (/^[1-5]$/.test(text)) return Number(text)
  throw new DomainError('invalid-file', MESSAGES.badRank(ordinal, property!, text.slice(0, MAX_ECHO_LENGTH)))
}

/** For each feature the sum of some of its properties, each read by the whole of its column; null where all are blank. */
function sumsOf(
  features: readonly Json[],
  names: readonly string[] | undefined,
  notices: Texts[],
): readonly (number | null)[] {
  const columns = (names ?? []).map((name) => {
    const column = readPeople(features.map((feature) => propertiesOf(feature)[name]))
    if ('rule' in column) {
      const text = JSON.stringify(column.text.slice(0, MAX_ECHO_LENGTH))
      throw new DomainError('invalid-file', MESSAGES.badPeople(column.index + 1, name, text, column.rule))
    }
    if (column.notice !== null) notices.push(MESSAGES.of(name, column.notice))
    return column.numbers
  })
  return features.map((_, k) => {
    const numbers = columns.flatMap((column) => column[k] ?? [])
    return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0)
  })
}

function propertiesOf(feature: Json): Json {
  return isObject(feature['properties']) ? feature['properties'] : {}
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' ? String(value) : ''
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
