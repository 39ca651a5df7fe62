import { setImmediate as nextTurn } from 'node:timers/promises'
import { createProjection } from '../engine/projection/create-projection.ts'
import { cityBounds } from '../engine/snapshot/study-envelope.ts'
import type { MultiPolygon, Polygon } from 'geojson'
import type { AreaProperties } from '../engine/snapshot/features.ts'
import type { ComputePool } from '../platform/workers/compute-pool.ts'
import { invalidField } from '../engine/errors.ts'
import { type AreasFile, isContextKind, type ReadAreas, type RejectedArea } from './areas-import-file.ts'
import type { AreasImportOptions } from './areas-import-records.ts'
import { geoJsonBytes } from '../formats/geo-json-bytes.ts'
import { replaceContext } from './context-import.ts'
import type { FeatureRepository } from '../layers/index.ts'
import type { Texts } from '../engine/texts.ts'
import { AREA_FILE_MESSAGES as MESSAGES } from './messages.ts'
import type { ReadArea } from './read-area.ts'

export type { AreasImportOptions } from './areas-import-records.ts'

const TASK = new URL('./areas-import-task.ts', import.meta.url)
/** Outlines are compared and unpacked so many characters at a time, some milliseconds' work; others are served between. */
const CHARACTERS_A_TURN = 500_000

export interface AreasImportResult {
  readonly imported: number
  /** Areas that are stored already, exactly so. */
  readonly unchanged: number
  /** What was put right on the way, one line an area. */
  readonly notices: readonly Texts[]
  /** Areas that cannot be used: their place in the file from 1, and the rule that each breaks. */
  readonly rejected: readonly RejectedArea[]
}

/** See `readAreasFile`. */
export type AreasReader = (file: AreasFile, signal?: AbortSignal) => ReadAreas | Promise<ReadAreas>

export interface AreasImportDeps {
  readonly features: Pick<FeatureRepository, 'readAll' | 'readAreas' | 'insertMany' | 'replaceContext'>
  /** EPSG code of the city's CRS. */
  readonly srid: number
  /** Where nobody else waits, `readAreasFile` itself. */
  readonly read: AreasReader
}

/** Reads files on a worker, so that nobody waits for them; their bytes move there. */
export function createAreasReader(pool: ComputePool): AreasReader {
  return (file, signal) =>
    pool.run<AreasFile, ReadAreas>(TASK, file, {
      transfer: [file.bytes.buffer],
      ...(signal === undefined ? {} : { signal }),
    })
}

/**
 * Imports the polygons of a file, GeoJSON or one that GDAL makes it of, as areas of one kind, but for those that cannot be used. A file that was imported before
 * adds nothing; a boundary that has moved is another area with its own validity, the old one stays. What the background
 * map shows, and premises, replace all of their kind (see `replaceContext`).
 *
 * @param bytes the file
 * @param signal gives it up, until it begins to be stored
 * @throws DomainError `invalid-parameter` for options that contradict each other, and what `readAreasFile` throws
 */
export async function importAreas(
  bytes: Uint8Array<ArrayBuffer>,
  options: AreasImportOptions,
  { features, srid, read }: AreasImportDeps,
  signal?: AbortSignal,
): Promise<AreasImportResult> {
  refuseContradictions(options)
  const city = cityBounds(await features.readAreas(), createProjection(srid))
  const { bytes: geoJson, layer } = await geoJsonBytes(bytes, options.layer ?? null)
  const file = await read({ bytes: geoJson, options, city }, signal)
  signal?.throwIfAborted()
  const { rejected } = file
  const notices = [...(layer?.notices ?? []).map(({ sv, en }) => ({ sv, en })), ...file.notices]
  if ('context' in file) {
    const counts = await replaceContext(file.kind, file.context, features)
    return { ...counts, notices, rejected }
  }
  const fresh = await unknownAmong(file.areas, features)
  signal?.throwIfAborted()
  const imported = fresh.length === 0 ? 0 : await features.insertMany('areas', fresh)
  return { imported, unchanged: file.areas.length - imported, notices, rejected }
}

/** Of the background map a file tells names, places and ranks alone. */
const OF_AREAS = [
  'residentsProperties',
  'visitorsProperties',
  'exposureSource',
  'validFrom',
  'validTo',
] as const

function refuseContradictions(options: AreasImportOptions): void {
  const { kind, validFrom = null, validTo = null } = options
  if (validFrom !== null && validTo !== null && validFrom > validTo)
    throw invalidField('invalid-parameter', { field: 'validTo', value: validTo, rule: MESSAGES.validToFirst })
  if (!isContextKind(kind)) {
    if (options.rankProperty != null)
      throw notOf('rankProperty', options.rankProperty, MESSAGES.ofContext(kind))
    return
  }
  for (const name of OF_AREAS) {
    const value = options[name] ?? []
    if (value.length > 0) throw notOf(name, value, MESSAGES.ofAreas(kind))
  }
}

function notOf(field: string, value: unknown, rule: Texts) {
  return invalidField('invalid-parameter', { field, value, rule })
}

/** The areas that are not stored yet, unpacked. */
async function unknownAmong(
  areas: readonly ReadArea<AreaProperties>[],
  features: Pick<FeatureRepository, 'readAreas'>,
) {
  const named = new Set(areas.map(({ properties }) => saidOf(properties)))
  const stored = new Set<string>()
  const turn = createTurns()
  for (const { planar, properties } of await features.readAreas()) {
    if (!named.has(saidOf(properties))) continue
    const outline = JSON.stringify(planar)
    stored.add(saidOf(properties) + outline)
    await turn(outline.length)
  }
  const fresh: { properties: AreaProperties; planar: Polygon | MultiPolygon }[] = []
  for (const { planar, properties } of areas) {
    if (stored.has(saidOf(properties) + planar)) continue
    fresh.push({ properties, planar: JSON.parse(planar) as Polygon | MultiPolygon })
    await turn(planar.length)
  }
  return fresh
}

/** Waits a turn of the event loop whenever enough characters have been worked on. */
function createTurns(): (characters: number) => Promise<void> {
  let done = 0
  return async (characters) => {
    done += characters
    if (done < CHARACTERS_A_TURN) return
    done = 0
    await nextTurn()
  }
}

/** What is said of an area, whatever its outline. */
function saidOf({ kind, name, validFrom, validTo, residents, visitors, exposureSource }: AreaProperties) {
  return JSON.stringify([kind, name, validFrom, validTo, residents, visitors, exposureSource])
}
