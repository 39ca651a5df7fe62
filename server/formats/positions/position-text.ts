import type { PositionFault, PositionText } from './position-parts.ts'
import { readWkbPoint } from './wkb-point.ts'

const MAX_LENGTH = 1000
const MGRS_FAULT = 'is an MGRS reference: give longitude and latitude, or easting and northing'
const NO_POSITION = 'is no position: a pair of coordinates, POINT (x y) or GeoJSON is read'
const NUMBER = '[+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:e[+-]?\\d{1,3})?'
const WKT = new RegExp(
  `^(?:SRID\\s*=\\s*(\\d{4,6})\\s*;\\s*)?(?:<[^>]*EPSG[/:](?:0/)?(\\d{4,6})>\\s*)?(?:MULTI)?POINT\\s*(?:ZM|Z|M)?\\s*\\(\\s*\\(?\\s*(${NUMBER})\\s+(${NUMBER})(?:\\s+${NUMBER}){0,2}\\s*\\)?\\s*\\)$`,
  'i',
)
const COLLECTION_OF_ONE = /GEOMETRYCOLLECTION\s*\(\s*((?:MULTI)?POINT[^,]*\))\s*\)$/i
const OTHER_WKT = /^(?:SRID\s*=\s*\d+\s*;\s*)?((?:MULTI)?(?:POINT|LINESTRING|POLYGON)|GEOMETRYCOLLECTION)\b/i
const OTHER_GEOJSON = /["']type["']\s*:\s*["'](MultiPoint|(?:Multi)?LineString|(?:Multi)?Polygon)["']/
const POINT_COORDINATES = /["']coordinates["']\s*:\s*\[+\s*([^\],]+),\s*([^\],]+)(?:,[^\]]*)?\]+/
const LIST = /^\[\s*([^\],]+),\s*([^\],]+)(?:,[^\]]*)?\]$/
const LATITUDE = /\b(?:lat|latitude|latitud|y)["']?\s*[:=]\s*["']?([^"',;}&]+)/i
const LONGITUDE = /\b(?:lon|lng|long|longitude|longitud|x)["']?\s*[:=]\s*["']?([^"',;}&]+)/i
const WITHIN_PARENTHESES = /^[^()]*\(([^()]+)\)$/
const GEO_URI = /^geo:([^,;]+),([^,;]+)/i
/** A half that carries the letter of its direction, in front or behind. */
const LETTERED_HALF = /[NSEWÖVØO]\s*[\d°'".,:\s′″’”º]*\d[\d°'".,:\s′″’”º]*|\d[\d°'".,:\s′″’”º]*[NSEWÖVØO]/giu
const MGRS = /^\d{1,2}\s*[C-X]\s*[A-Z]{2}(?:\s*\d{1,5}){2}$/i

/**
 * Takes a text apart that holds a whole position: `59.33, 18.06`, `(59.33 18.06)`, `POINT(18.06 59.33)`, `SRID=3006;POINT Z(…)`, WKB in
 * hexadecimal, GeoJSON, `{"lat": …, "lon": …}`, degrees with letters.
 */
export function readPositionText(text: string): PositionText | PositionFault {
  const trimmed = text.trim()
  if (trimmed.length > MAX_LENGTH) return { detail: 'is too long for a position' }
  if (MGRS.test(trimmed)) return { detail: MGRS_FAULT }
  return (
    ofWkt(trimmed) ?? readWkbPoint(trimmed) ?? ofObject(trimmed) ?? ofPair(trimmed) ?? { detail: NO_POSITION }
  )
}

export function isPosition(position: PositionText | PositionFault): position is PositionText {
  return 'first' in position
}

function ofWkt(text: string): PositionText | PositionFault | null {
  const found = WKT.exec(text.replace(COLLECTION_OF_ONE, '$1'))
  if (found !== null) return pair(found[3]!, found[4]!, 'xy', Number(found[1] ?? found[2] ?? 0) || null)
  const other = OTHER_WKT.exec(text)?.[1]
  if (other === undefined) return null
  const what = other.toUpperCase()
  if (/\bEMPTY$/i.test(text)) return { detail: `is an empty ${what}` }
  return { detail: what === 'POINT' ? 'is no POINT (x y)' : `is a ${what}: an incident is one point` }
}

function ofObject(text: string): PositionText | PositionFault | null {
  const list = LIST.exec(text)
  if (list !== null) return pair(list[1]!, list[2]!, null, null)
  const uri = GEO_URI.exec(text)
  if (uri !== null) return pair(uri[1]!, uri[2]!, 'yx', null)
  const coordinates = POINT_COORDINATES.exec(text)
  const other = OTHER_GEOJSON.exec(text)?.[1]
  const isOnePoint = other === undefined || (other === 'MultiPoint' && text.split('[').length <= 3)
  if (!isOnePoint) return { detail: `is a ${other}: an incident is one point` }
  if (coordinates !== null) return pair(coordinates[1]!, coordinates[2]!, 'xy', null)
  const [latitude, longitude] = [LATITUDE.exec(text)?.[1], LONGITUDE.exec(text)?.[1]]
  if (latitude === undefined || longitude === undefined) return null
  return pair(latitude, longitude, 'yx', null)
}

function ofPair(text: string): PositionText | null {
  const inner = WITHIN_PARENTHESES.exec(text)?.[1] ?? text
  const halves = halvesOf(inner.trim())
  return halves === null ? null : pair(halves[0], halves[1], orderByLetters(halves), null)
}

function halvesOf(text: string): readonly [string, string] | null {
  for (const cut of [/\s*[;|/\t]\s*/, /\s*,\s+|\s+,\s*/, /,/]) {
    const halves = text.split(cut)
    if (halves.length === 2 && halves.every((half) => /\d/.test(half))) return [halves[0]!, halves[1]!]
  }
  const commas = text.split(',')
  if (commas.length === 4 && commas.every((part) => /^[+-]?\d+$/.test(part.trim())))
    return [`${commas[0]}.${commas[1]}`, `${commas[2]}.${commas[3]}`]
  const lettered = text.match(LETTERED_HALF)
  if (lettered !== null && lettered.length === 2) return [lettered[0], lettered[1]!]
  const words = text.split(/\s+/)
  if (words.length % 2 !== 0 || words.length > 6 || !words.every((word) => /^[+-]?\d/.test(word))) return null
  return [words.slice(0, words.length / 2).join(' '), words.slice(words.length / 2).join(' ')]
}

function orderByLetters([first, second]: readonly [string, string]): PositionText['order'] {
  const isNorthing = (half: string) => /[NS]/i.test(half)
  const isEasting = (half: string) => /[EWÖVØO]/iu.test(half)
  if (isNorthing(first) && isEasting(second)) return 'yx'
  return isEasting(first) && isNorthing(second) ? 'xy' : null
}

function pair(
  first: string,
  second: string,
  order: PositionText['order'],
  srid: number | null,
): PositionText {
  return { first: bare(first), second: bare(second), order, srid }
}

/** A half without its quotes, and with a point for a decimal comma: no comma parts thousands between two coordinates. */
function bare(text: string): string {
  return text
    .trim()
    .replace(/^(["'])(.*)\1$/, '$2')
    .replace(/^([+-]?\d+),(\d+)$/, '$1.$2')
}
