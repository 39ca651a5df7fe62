import { GEOMETRY_COLUMNS } from '../source-row.ts'
import { isObject, type Members } from './json-object.ts'
import { onlyPoint } from './only-point.ts'

const MAX_DEPTH = 4

/**
 * The texts of a record by column: properties of a Feature, attributes of an Esri feature, members of any other object; a
 * nested value goes by its path (`location.gps`).
 */
export function valuesOfElement(element: Members): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  const isEsri =
    isObject(element['attributes']) && (isObject(element['geometry']) || element['geometry'] === undefined)
  if (element['type'] !== 'Feature' && !isEsri) {
    flatten(element, '', MAX_DEPTH, values)
    return values
  }
  const properties = element[isEsri ? 'attributes' : 'properties']
  if (isObject(properties)) flatten(properties, '', MAX_DEPTH, values)
  addText(values, 'id', element['id'])
  addGeometry(values, element['geometry'])
  return values
}

/** The texts of a record that is a list, by the names of its places. */
export function valuesOfList(
  list: readonly unknown[],
  names: readonly string[],
): ReadonlyMap<string, string> {
  const values = new Map<string, string>()
  for (const [index, name] of names.entries()) addText(values, name, list[index])
  return values
}

function addGeometry(values: Map<string, string>, geometry: unknown): void {
  if (!isObject(geometry)) return
  const point = onlyPoint(geometry)
  addText(values, GEOMETRY_COLUMNS.type, point === null ? typeOf(geometry) : 'Point')
  if (point === null) return
  addText(values, GEOMETRY_COLUMNS.x, point[0])
  addText(values, GEOMETRY_COLUMNS.y, point[1])
}

function typeOf(geometry: Members): string {
  const parts = geometry['coordinates'] ?? geometry['geometries']
  const ofArcGis = geometry['rings'] ? 'Polygon' : geometry['paths'] ? 'LineString' : 'unknown'
  const type = typeof geometry['type'] === 'string' ? geometry['type'] : ofArcGis
  return /^(Multi|GeometryCollection)/.test(type) && Array.isArray(parts)
    ? `${type} of ${parts.length}`
    : type
}

function flatten(object: Members, path: string, depth: number, into: Map<string, string>): void {
  for (const [key, value] of Object.entries(object)) {
    const name = path === '' ? key : `${path}.${key}`
    if (isObject(value) && depth > 1) {
      if (Array.isArray(value['coordinates'])) addText(into, name, value)
      flatten(value, name, depth - 1, into)
    } else addText(into, name, value)
  }
}

/** Keeps the first value of a name: a property `id` goes before the feature's own. */
function addText(values: Map<string, string>, name: string, value: unknown): void {
  if (value === null || value === undefined || values.has(name)) return
  values.set(name, typeof value === 'string' ? value : JSON.stringify(value))
}
