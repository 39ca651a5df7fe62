import type { Geometry, Position } from 'geojson'
import type { Transform } from '../engine/projection/transform.ts'
import type { Envelope } from '../engine/snapshot/study-envelope.ts'
import { geometryOfRow } from '../formats/json/geometry-of-row.ts'
import { createLocator, type Locator, REACH_METRES } from '../formats/positions/locate.ts'
import { createTextLocator, type TextLocator } from '../formats/positions/locate-text.ts'
import { readOutlineText } from '../formats/positions/outline-text.ts'
import { GEOMETRY_COLUMNS, type SourceRow } from '../formats/source-row.ts'
import { areaOutline } from '../layers/index.ts'
import type { RejectedFeature } from './layer-file.ts'
import type { LayerMapping } from './layer-mapping.ts'
import type { Texts } from '../engine/texts.ts'

/** As many as a feature of the API may have. */
const MAX_VERTICES = 20_000

/** The ground of a row, metres in the city's CRS, with what was put right; or why it has none. */
export type Ground =
  | { readonly planar: Geometry; readonly repair: Texts | null }
  | Omit<RejectedFeature, 'line'>

export type ReadGround = (row: SourceRow) => Ground

/** Where the positions of a file stand, and in what. */
export interface GroundFile {
  readonly mapping: Pick<LayerMapping, 'kind' | 'columns' | 'positionOrder' | 'csv'>
  readonly columns: readonly string[]
  /** EPSG code of the positions. */
  readonly crs: number
  readonly inDegrees: boolean
  readonly transform: Transform
  readonly envelope: Envelope | null
}

/** The reader of the grounds of a file's rows: points of cameras, outlines of the others. */
export function createGroundReader(file: GroundFile): ReadGround {
  return file.mapping.kind === 'cameras' ? pointReader(file) : outlineReader(file)
}

function pointReader(file: GroundFile): ReadGround {
  const { mapping, columns, crs, transform, envelope, inDegrees } = file
  const { x, y, position } = mapping.columns
  const locate = createLocator({ transform, envelope, inDegrees, decimal: mapping.csv.decimal })
  const locateText = createTextLocator(locate, { crs, order: mapping.positionOrder ?? null })
  const at = {
    x: columns.indexOf(x ?? GEOMETRY_COLUMNS.x),
    y: columns.indexOf(y ?? GEOMETRY_COLUMNS.y),
    position: position === null ? -1 : columns.indexOf(position),
    type: x === null ? columns.indexOf(GEOMETRY_COLUMNS.type) : -1,
  }
  return ({ fields }) => {
    const type = at.type < 0 ? '' : fields[at.type]!
    if (at.position < 0 && type !== '' && type !== 'Point')
      return { reason: 'bad-position', detail: `is a ${type}: a camera is one point`, column: null }
    return at.position < 0
      ? pointOf(locate, fields[at.x]!, fields[at.y]!, columns, at)
      : pointOfText(locateText, fields[at.position]!, position!)
  }
}

function pointOf(
  locate: Locator,
  x: string,
  y: string,
  columns: readonly string[],
  at: { readonly x: number; readonly y: number },
): Ground {
  const place = locate(x, y)
  if ('reason' in place) return { ...faultOf(place), column: columns[at[place.part]] ?? null }
  return point(place)
}

function pointOfText(locate: TextLocator, text: string, column: string): Ground {
  const place = locate(text)
  return 'reason' in place ? { ...faultOf(place), column } : point(place)
}

function faultOf({ reason, detail }: { readonly reason: string; readonly detail: string }) {
  return { reason: reason as RejectedFeature['reason'], detail }
}

function point({ xCm, yCm }: { readonly xCm: number; readonly yCm: number }): Ground {
  return { planar: { type: 'Point', coordinates: [xCm / 100, yCm / 100] }, repair: null }
}

function outlineReader({ mapping, columns, crs, transform, envelope }: GroundFile): ReadGround {
  const { position } = mapping.columns
  const at = position === null ? -1 : columns.indexOf(position)
  const bad = (detail: string): Ground => ({ reason: 'bad-geometry', detail, column: position })
  return (row) => {
    const text = at < 0 ? null : readOutlineText(row.fields[at]!)
    if (at >= 0 && text === null) return bad('is no POLYGON ((…)) and no GeoJSON')
    if (text !== null && text.srid !== null && text.srid !== crs)
      return bad(`is in EPSG:${text.srid}, the rest is read as EPSG:${crs}`)
    const geometry = text === null ? geometryOfRow(row) : text.geometry
    if (geometry === null) return { reason: 'no-position', detail: 'has no outline', column: position }
    const outline = areaOutline(geometry, transform)
    if ('rule' in outline) return bad(`must be one that ${outline.rule.en}`)
    const corners = cornersOf(outline.planar.coordinates)
    if (corners.length > MAX_VERTICES)
      return bad(`has ${corners.length} corners, and may have ${MAX_VERTICES}`)
    if (envelope !== null && !corners.some((corner) => isNear(corner, envelope)))
      return { reason: 'far-away', detail: "lies outside the city's surroundings", column: position }
    return outline
  }
}

function cornersOf(coordinates: readonly unknown[]): readonly Position[] {
  const [first] = coordinates
  if (typeof first === 'number') return [coordinates as Position]
  return coordinates.flatMap((inner) => cornersOf(inner as readonly unknown[]))
}

function isNear([x, y]: Position, { minX, minY, maxX, maxY }: Envelope): boolean {
  return (
    x! >= minX - REACH_METRES &&
    x! <= maxX + REACH_METRES &&
    y! >= minY - REACH_METRES &&
    y! <= maxY + REACH_METRES
  )
}
