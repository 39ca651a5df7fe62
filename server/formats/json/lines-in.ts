import { isObject } from './json-object.ts'

type Pair = readonly [x: number, y: number]

/**
 * The lines of a geometry: of a LineString, a MultiLineString, Esri's paths, or a collection of such. Heights and measures are
 * dropped. Null for any other.
 */
export function linesIn(geometry: unknown): readonly (readonly Pair[])[] | null {
  if (!isObject(geometry)) return null
  const { type, coordinates, geometries, paths } = geometry
  if (type === 'LineString') return checked([coordinates])
  if (type === 'MultiLineString') return checked(coordinates)
  if (type === undefined) return checked(paths)
  if (type !== 'GeometryCollection' || !Array.isArray(geometries)) return null
  const parts = geometries.map((part) =>
    isObject(part) && part['type'] === 'GeometryCollection' ? null : linesIn(part),
  )
  return parts.length > 0 && !parts.includes(null) ? parts.flatMap((lines) => lines!) : null
}

function checked(lines: unknown): readonly (readonly Pair[])[] | null {
  if (!Array.isArray(lines)) return null
  const read = lines.map(pairsOf)
  return read.includes(null) ? null : (read as Pair[][])
}

function pairsOf(line: unknown): readonly Pair[] | null {
  if (!Array.isArray(line)) return null
  const isPair = (at: unknown) => Array.isArray(at) && Number.isFinite(at[0]) && Number.isFinite(at[1])
  return line.every(isPair) ? line.map(([x, y]): Pair => [x, y]) : null
}
