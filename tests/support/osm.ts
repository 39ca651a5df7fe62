import type { Position } from 'geojson'

/** A node or a way of OpenStreetMap with its tags. */
export interface OsmElement {
  readonly tags: Readonly<Record<string, string>>
  /** Of a node, degrees. */
  readonly point: Position | null
  /** Of a way, degrees. */
  readonly line: readonly Position[] | null
}

const ELEMENT = /<(node|way)\b([^>]*?)(?:\/>|>([\s\S]*?)<\/\1>)/g
const attribute = (text: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? ''
const unescape = (text: string) =>
  text.replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')

/** Tagged nodes and ways of an extract in XML; relations are left out. */
export function readOsm(xml: string): readonly OsmElement[] {
  const places = new Map<string, Position>()
  const elements: OsmElement[] = []
  for (const [, type, head = '', body = ''] of xml.matchAll(ELEMENT)) {
    const tags = Object.fromEntries(
      [...body.matchAll(/<tag k="([^"]*)" v="([^"]*)"/g)].map(([, key, value]) => [key, unescape(value!)]),
    ) as Record<string, string>
    if (type === 'node') {
      const point = [Number(attribute(head, 'lon')), Number(attribute(head, 'lat'))]
      places.set(attribute(head, 'id'), point)
      if (Object.keys(tags).length > 0) elements.push({ tags, point, line: null })
    } else {
      const refs = [...body.matchAll(/<nd ref="(\d+)"/g)]
      elements.push({
        tags,
        point: null,
        line: refs.flatMap(([, ref]) => [places.get(ref!) ?? []].filter((at) => at.length > 0)),
      })
    }
  }
  return elements
}

/** Whether a line closes on itself round something. */
export function isRing(line: readonly Position[]): boolean {
  const [first, last] = [line[0], line.at(-1)]
  return line.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1]
}
