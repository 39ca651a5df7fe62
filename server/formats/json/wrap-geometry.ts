import { isObject } from './json-object.ts'

const HEAD_BYTES = 4096
const GEOMETRY = /"type"\s*:\s*"(?:(?:Multi)?(?:Point|LineString|Polygon)|GeometryCollection)"/

/** A JSON file that is one geometry, as the Feature that our readers take; any other file as it is. */
export function wrapGeometry(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const decoder = new TextDecoder()
  const head = decoder.decode(bytes.subarray(0, HEAD_BYTES)).trimStart()
  if (!head.startsWith('{') || !GEOMETRY.test(head) || /"Feature/.test(head)) return bytes
  const geometry = geometryIn(decoder.decode(bytes))
  if (geometry === null) return bytes
  return new TextEncoder().encode(JSON.stringify({ type: 'Feature', properties: {}, geometry }))
}

function geometryIn(text: string): object | null {
  try {
    const parsed: unknown = JSON.parse(text)
    return isObject(parsed) && Array.isArray(parsed['coordinates'] ?? parsed['geometries']) ? parsed : null
  } catch {
    return null
  }
}
