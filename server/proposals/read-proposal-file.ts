import type { MultiPolygon, Polygon } from 'geojson'
import { DomainError, invalidField } from '../engine/errors.ts'
import { areaOf, planarPolygon, ringsOf } from '../engine/geometry/planar/planar-polygon.ts'
import { createProjection } from '../engine/projection/create-projection.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { systemOrLikely } from '../engine/projection/choose-system.ts'
import type { CityBounds } from '../engine/projection/likely-systems.ts'
import { createTransform, type Transform } from '../engine/projection/transform.ts'
import { geometryOfRow } from '../formats/json/geometry-of-row.ts'
import { wrapGeometry } from '../formats/json/wrap-geometry.ts'
import { openFile } from '../formats/open-file.ts'
import { cornersIn } from '../formats/positions/corners-in.ts'
import { readOutlineText } from '../formats/positions/outline-text.ts'
import type { SourceRow } from '../formats/source-row.ts'
import { areaOutline, toGeographicGeometry } from '../layers/index.ts'
import type { CityOutline, ProposalFile, ProposalPart } from './contract.ts'
import type { Texts } from '../engine/texts.ts'
import { PROPOSAL_FILE_MESSAGES as MESSAGES } from './messages.ts'

const MAX_ROWS = 20_000
const MAX_PARTS = 500
const MAX_NAME_LENGTH = 200
/** Columns that name a feature, the likeliest first. */
const NAMES = /^(?:name|namn|title|titel|benämning|beteckning|text|layer|id)$/i

/** A file of a proposal as it came; all of it can be cloned, and the bytes moved. */
export interface ProposalFileRequest {
  /** GeoJSON where GDAL has read the file, else as it came. */
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly crs: number | null
  /** Whether the northing comes first. */
  readonly exchanged: boolean
  readonly city: CityBounds
}

/** A feature of the file that may be an outline. */
interface Candidate {
  readonly feature: number
  readonly name: string | null
  readonly geometry: unknown
}

type Found = Omit<ProposalFile, 'layers'>

/**
 * The outlines of a file in WGS 84, clean as the city's areas are; or the coordinate systems to choose from where nothing says it.
 *
 * @throws DomainError `invalid-file` by the name of what it is, as `systemOrLikely` does; `invalid-geometry` for a file without outlines; `too-large`
 */
export async function readProposalFile({ bytes, crs, exchanged, city }: ProposalFileRequest): Promise<Found> {
  const { candidates, namedSystem } = await candidatesIn(bytes)
  const positions = cornersIn(candidates.map(({ geometry }) => geometry))
  const found = systemOrLikely({ given: crs, named: namedSystem, positions, city })
  const projection = createProjection(city.srid)
  if ('likely' in found)
    return { ...NOTHING, likelySystems: found.likely, cityOutline: outlineOf(city, projection) }
  const asWritten = createTransform(found.srid, city.srid)
  const transform: Transform = exchanged ? (x, y) => asWritten(y, x) : asWritten
  const parts: ProposalPart[] = []
  const rules: Texts[] = []
  for (const { feature, name, geometry } of candidates) {
    const outline = areaOutline(geometry, transform)
    if ('rule' in outline) {
      rules.push(MESSAGES.feature(feature, outline.rule))
      continue
    }
    const { planar, repair: notice } = outline
    if (parts.length === MAX_PARTS) throw tooMany()
    const ground: Polygon | MultiPolygon = toGeographicGeometry(planar, projection)
    parts.push({ feature, name, geometry: ground, areaM2: Math.round(areaOf(planarPolygon(planar))), notice })
  }
  if (parts.length === 0) throw noOutline(rules)
  return { ...NOTHING, parts, unused: rules.length, unusedRule: rules[0] ?? null }
}

const NOTHING: Found = { parts: [], unused: 0, unusedRule: null, likelySystems: [], cityOutline: null }

function outlineOf({ ground }: CityBounds, projection: Projection): CityOutline | null {
  if (ground === undefined) return null
  const rings = (outline: Polygon | MultiPolygon) =>
    ringsOf(outline).map((ring) => ring.map(([x, y]) => projection.toWgs84(x!, y!)))
  return { study: ground.study.map(rings), water: ground.water.map(rings) }
}

function tooMany(): DomainError {
  return invalidField('too-large', { field: 'file', rule: MESSAGES.manyOutlines(MAX_PARTS) })
}

function noOutline([first]: readonly Texts[]): DomainError {
  const why: Texts = first ?? MESSAGES.noFeatures
  return new DomainError('invalid-geometry', MESSAGES.noOutline(why), {
    problems: [{ field: 'file', rule: why.en, sv: why.sv }],
  })
}

async function candidatesIn(bytes: Uint8Array<ArrayBuffer>) {
  const source = await openFile(once(wrapGeometry(bytes)), null, [], () => {})
  try {
    const candidates: Candidate[] = []
    for await (const batch of source.batches) {
      for (const row of batch) if (row.fault === null) candidates.push(candidateOf(row, source.columns))
      if (candidates.length > MAX_ROWS) throw new DomainError('too-large', MESSAGES.manyFeatures(MAX_ROWS))
    }
    return { candidates, namedSystem: source.namedSystem?.() ?? null }
  } finally {
    await source.close?.()
  }
}

function candidateOf({ line, fields, original }: SourceRow, columns: readonly string[]): Candidate {
  const outline = geometryOfRow({ original }) ?? fields.map(outlineIn).find((found) => found !== null)
  const named = columns
    .map((column, index) => ({ column, text: fields[index]!.trim() }))
    .filter(({ column, text }) => NAMES.test(column) && text !== '')
    .toSorted((a, b) => rankOf(a.column) - rankOf(b.column))
  const name = named[0]?.text.slice(0, MAX_NAME_LENGTH) ?? null
  return { feature: line, name, geometry: outline ?? null }
}

function rankOf(column: string): number {
  return NAMES.source.indexOf(column.toLowerCase())
}

function outlineIn(text: string): unknown {
  return /^\s*(?:\{|(?:SRID|MULTIPOLYGON|POLYGON))/i.test(text)
    ? (readOutlineText(text)?.geometry ?? null)
    : null
}

async function* once(bytes: Uint8Array) {
  yield bytes
}
