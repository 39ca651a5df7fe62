import type { MultiPolygon, Polygon, Position } from 'geojson'

/** Longer texts are no outline that may be kept: 20,000 corners at 50 characters. */
const MAX_LENGTH = 2_000_000
const WKT = /^(?:SRID\s*=\s*(\d{4,6})\s*;\s*)?(?:MULTI)?POLYGON\s*(?:ZM|Z|M)?\s*(\(.*\))$/is
const NUMBERS = /^[\d\s.eE+-]+$/

/** An outline in one text. */
export interface OutlineText {
  readonly geometry: Polygon | MultiPolygon | Readonly<Record<string, unknown>>
  /** EPSG code that the text itself names; null when it names none. */
  readonly srid: number | null
}

/** The outline that a text holds as WKT (`POLYGON ((…))`) or GeoJSON; null for any other text. */
export function readOutlineText(text: string): OutlineText | null {
  const trimmed = text.trim()
  if (trimmed.length > MAX_LENGTH) return null
  if (trimmed.startsWith('{')) return ofJson(trimmed)
  const found = WKT.exec(trimmed)
  if (found === null) return null
  const lists = listsIn(found[2]!)
  if (lists === null) return null
  const isMulti = /^(?:SRID[^;]*;\s*)?MULTI/i.test(trimmed)
  const geometry = isMulti
    ? { type: 'MultiPolygon' as const, coordinates: lists as Position[][][] }
    : { type: 'Polygon' as const, coordinates: lists as Position[][] }
  return { geometry, srid: Number(found[1] ?? 0) || null }
}

function ofJson(text: string): OutlineText | null {
  try {
    const geometry = JSON.parse(text) as Readonly<Record<string, unknown>>
    return typeof geometry['type'] === 'string' ? { geometry, srid: null } : null
  } catch {
    return null
  }
}

/** The nested lists of WKT as those of GeoJSON; null when a bracket or a number is out of place. */
function listsIn(text: string): unknown {
  const lists = text.replaceAll(/[^(),]+/g, (part) => {
    const numbers = part.trim()
    if (numbers === '') return ''
    return NUMBERS.test(numbers) ? `[${numbers.split(/\s+/).join(',')}]` : '!'
  })
  try {
    return JSON.parse(lists.replaceAll('(', '[').replaceAll(')', ']'))
  } catch {
    return null
  }
}
