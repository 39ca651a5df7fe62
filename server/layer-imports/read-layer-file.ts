import { setImmediate as nextTurn } from 'node:timers/promises'
import { chooseSystem } from '../engine/projection/choose-system.ts'
import { coordinateSystem } from '../engine/projection/coordinate-systems.ts'
import { createProjection } from '../engine/projection/create-projection.ts'
import { createTransform } from '../engine/projection/transform.ts'
import { previewExtent } from '../formats/positions/preview-extent.ts'
import { guessLayerMapping } from './guess/guess-layer-mapping.ts'
import { refuseUnknownColumns } from './known-columns.ts'
import { createIdReader, identified, withoutRepeatedKeys } from './identify.ts'
import type {
  FileFeature,
  LayerFile,
  LayerFileRequest,
  LayerRejectReason,
  RejectedFeature,
} from './layer-file.ts'
import { type LayerMapping, type LayerMappingInput, parseLayerMapping } from './layer-mapping.ts'
import { readNotices } from './guess/read-notices.ts'
import { openRows, type WholeFile } from './open-rows.ts'
import { positionsOf } from './positions-of.ts'
import { createPropertyReader } from './read-properties.ts'
import { createGroundReader } from './read-place.ts'
import type { Texts } from '../engine/texts.ts'

/** Rejected rows that are shown; all of them are counted. */
const MAX_REJECTS = 1000
const ROWS_A_TURN = 500

/**
 * Reads a file of a layer by its mapping, or by one that is guessed from its columns and all its rows.
 *
 * @throws DomainError `invalid-file` by the name of what it is, or as `chooseSystem` does; `invalid-mapping` for a mapping that does
 * not fit the file; `too-large` for more rows than a layer may have
 */
export async function readLayerFile(request: LayerFileRequest): Promise<LayerFile> {
  const file = await openRows(request)
  const guess = request.mapping === null ? guessLayerMapping(file, request.hints!, request) : null
  const input = guess === null ? null : guess.mapping
  const mapping = request.mapping ?? (input === null ? null : parseLayerMapping(input).mapping!)
  const isReadable = mapping !== null && !(guess?.missing.includes('crs') ?? false)
  const read = isReadable ? await readRows(file, mapping, request, new Set(guess?.missing)) : NOTHING
  return {
    mapping: input ?? (request.mapping === null ? null : asInput(request.mapping)),
    guessed: guess !== null,
    missing: guess?.missing ?? [],
    likelySystems: guess?.likelySystems ?? [],
    question: guess?.question ?? null,
    columns: file.columns,
    rowsRead: file.rows.length,
    ...read,
    notices: [...(guess?.notices ?? []), ...read.notices],
  }
}

type Read = Pick<
  LayerFile,
  'features' | 'repeated' | 'rejected' | 'rejects' | 'rejectedKeys' | 'unidentified' | 'extent' | 'notices'
>

const NOTHING: Read = {
  features: [],
  repeated: 0,
  rejected: {},
  rejects: [],
  rejectedKeys: [],
  unidentified: 0,
  extent: null,
  notices: [],
}

async function readRows(
  file: WholeFile,
  mapping: LayerMapping,
  { city, envelope, zone }: LayerFileRequest,
  unfilled: ReadonlySet<string>,
): Promise<Read> {
  refuseUnknownColumns(mapping, file.columns)
  const { columns } = file
  const positions = positionsOf(file, mapping)
  const crs = chooseSystem({ given: mapping.crs ?? null, named: file.namedSystem, positions, city })
  const ground = createGroundReader({
    mapping,
    columns,
    crs,
    envelope,
    inDegrees: coordinateSystem(crs).geographic,
    transform: createTransform(crs, city.srid),
  })
  const readProperties = createPropertyReader(mapping, columns, { zone, unfilled })
  const idOf = createIdReader(mapping.columns.externalId, columns)
  const rejects: RejectedFeature[] = []
  const rejectedKeys: string[] = []
  const repairs: { readonly line: number; readonly repair: Texts }[] = []
  const rows: FileFeature[] = []
  let unidentified = 0
  for (const [index, row] of file.rows.entries()) {
    if (index % ROWS_A_TURN === 0) await nextTurn()
    const id = row.fault === null ? idOf(row) : null
    const refuse = (fault: Omit<RejectedFeature, 'line'>) => {
      rejects.push({ line: row.line, ...fault })
      if (id === null) unidentified++
      else rejectedKeys.push(id)
    }
    if (row.fault !== null) {
      refuse({ ...row.fault, reason: row.fault.reason as LayerRejectReason, column: null })
      continue
    }
    const place = ground(row)
    if ('reason' in place) {
      refuse(place)
      continue
    }
    const said = readProperties(row.fields)
    if ('reason' in said) {
      refuse(said)
      continue
    }
    if (place.repair !== null) repairs.push({ line: row.line, repair: place.repair })
    const planar = JSON.stringify(place.planar)
    rows.push(identified({ line: row.line, properties: said.properties, planar }, id))
  }
  const { features, repeated, conflicts, conflictingKeys } = withoutRepeatedKeys(
    rows,
    mapping.columns.externalId[0] ?? null,
  )
  const all = [...rejects, ...conflicts].toSorted((a, b) => a.line - b.line)
  return {
    features,
    repeated,
    rejected: countsOf(all),
    rejects: all.slice(0, MAX_REJECTS),
    rejectedKeys: [...rejectedKeys, ...conflictingKeys],
    unidentified,
    extent: extentOf(features, city.srid),
    notices: readNotices({ mapping, rowsRead: file.rows.length, features, repairs, rejects: all }),
  }
}

function countsOf(rejects: readonly RejectedFeature[]): LayerFile['rejected'] {
  const counts: Partial<Record<LayerRejectReason, number>> = {}
  for (const { reason } of rejects) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

/** A corner of each ground is enough to see where a file lies. */
function extentOf(features: readonly FileFeature[], srid: number): LayerFile['extent'] {
  const projection = createProjection(srid)
  const corners = features.flatMap(({ planar }) => {
    const [x, y] = /\[(-?[\d.]+),(-?[\d.]+)/.exec(planar)!.slice(1).map(Number)
    return [...projection.toWgs84(x!, y!)]
  })
  return previewExtent(Float64Array.from(corners), null, projection).file
}

/** A mapping as it is written in a file. */
function asInput(mapping: LayerMapping): LayerMappingInput {
  const { crs, ...rest } = mapping
  return { ...rest, ...(crs === undefined ? {} : { crs: `EPSG:${crs}` }) } as unknown as LayerMappingInput
}
