import type { Geometry } from 'geojson'
import { DomainError } from '../../engine/errors.ts'
import { readXml, type XmlElement } from '../xml/read-xml.ts'
import { descriptionTable } from './description-table.ts'
import { createKmlGeometry, type KmlGeometry } from './kml-geometry.ts'
import { GEOGRAPHIC_MESSAGES } from '../messages/geographic.ts'
import type { Texts } from '../../engine/texts.ts'

/** A place of a KML file. */
export interface Placemark {
  /** Name of the innermost folder or document that holds it; null where none of them has one. */
  readonly folder: string | null
  readonly properties: ReadonlyMap<string, string>
  readonly geometry: Geometry | null
}

const MAX_PROPERTIES = 1000
/** Pictures and models that are laid on the map: they have no attributes to read. */
const OVERLAYS = ['GroundOverlay', 'PhotoOverlay', 'ScreenOverlay', 'gx:Tour']
const CONTAINERS = ['Document', 'Folder']
const DESCRIPTION = 'Description'
/** What a placemark says of itself, by the names that GDAL gives it. */
const OWN: Readonly<Record<string, string>> = {
  name: 'Name',
  description: DESCRIPTION,
  address: 'address',
  phoneNumber: 'phoneNumber',
}
const OF_TIMES: Readonly<Record<string, string>> = { when: 'timestamp', begin: 'begin', end: 'end' }
const TIMES = ['TimeStamp', 'TimeSpan']

/**
 * The places of a KML text, with all that they carry: GDAL's reader leaves out their times and their extended data.
 *
 * @param onLink told of each link to another file, which is not followed
 * @throws DomainError `invalid-file` as `readXml` does, and for a file that only links to others or only holds pictures
 */
export async function* readPlacemarks(
  texts: AsyncIterable<string>,
  what: Texts,
  onLink: () => void = () => {},
): AsyncGenerator<readonly Placemark[]> {
  const folders: (string | null)[] = []
  let current: { readonly properties: Map<string, string>; readonly geometry: KmlGeometry } | null = null
  let found: Placemark[] = []
  let [places, links, overlays] = [0, 0, 0]

  function open({ name }: XmlElement): void {
    if (CONTAINERS.includes(name)) folders.push(null)
    else if (name === 'NetworkLink') endLink()
    else if (OVERLAYS.includes(name)) overlays++
    else if (name === 'Placemark') current = { properties: new Map(), geometry: createKmlGeometry() }
    else current?.geometry.open(name)
  }

  function close(element: XmlElement): void {
    const { name, text, parent } = element
    if (CONTAINERS.includes(name)) folders.pop()
    else if (name === 'name' && CONTAINERS.includes(parent?.name ?? ''))
      folders[folders.length - 1] = text.trim()
    else if (name === 'Placemark') endPlace()
    else if (current !== null) {
      current.geometry.close(name, text)
      keep(current.properties, propertyOf(element), text.trim())
    }
  }

  function endLink(): void {
    links++
    onLink()
  }

  function endPlace(): void {
    if (current === null) return
    for (const [name, value] of descriptionTable(current.properties.get(DESCRIPTION) ?? ''))
      if (!current.properties.has(name)) keep(current.properties, name, value)
    const folder = folders.findLast((name) => name !== null && name !== '') ?? null
    found.push({ folder, properties: current.properties, geometry: current.geometry.result() })
    current = null
    places++
  }

  for await (const _ of readXml(texts, what, { open, close })) {
    if (found.length > 0) yield found
    found = []
  }
  if (found.length > 0) yield found
  if (places > 0) return
  if (links > 0) throw new DomainError('invalid-file', GEOGRAPHIC_MESSAGES.onlyLinks(what))
  if (overlays > 0) throw new DomainError('invalid-file', GEOGRAPHIC_MESSAGES.onlyOverlays(what))
}

/** The name of the property that an element of a place says; null for one that says none. */
function propertyOf({ name, attributes, parent }: XmlElement): string | null {
  if (name === 'SimpleData' && parent?.name === 'SchemaData') return attributes['name'] ?? null
  if (name === 'value' && parent?.name === 'Data') return parent.attributes['name'] ?? null
  if (parent?.name === 'Placemark') return OWN[name] ?? null
  const isTime = TIMES.includes(parent?.name ?? '') && parent?.parent?.name === 'Placemark'
  return isTime ? (OF_TIMES[name] ?? null) : null
}

/** Keeps both of two values of one name. */
function keep(properties: Map<string, string>, name: string | null, text: string): void {
  if (name === null || name === '' || text === '') return
  if (properties.size >= MAX_PROPERTIES)
    throw new DomainError('invalid-file', GEOGRAPHIC_MESSAGES.manyValues(MAX_PROPERTIES))
  let free = name
  for (let k = 2; properties.has(free); k++) free = `${name} (${k})`
  properties.set(free, text)
}
