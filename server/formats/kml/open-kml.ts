import type { FileLayer } from '../file-layer.ts'
import { chooseLayer } from '../choose-layer.ts'
import { GEOGRAPHIC_MESSAGES } from '../messages/geographic.ts'
import { type Notice, written } from '../notice.ts'
import { xmlTexts } from '../xml/xml-texts.ts'
import { type Placemark, readPlacemarks } from './read-placemarks.ts'
import type { Texts } from '../../engine/texts.ts'

/** A document of a file, to be read as often as is needed. */
export type KmlDocument = () => AsyncIterable<Uint8Array>

const UNNAMED = 'KML'
const WGS_84 = 4326

/**
 * Reads the places of a KML file's folder as the text of a GeoJSON FeatureCollection.
 *
 * @param documents of the file: of a KMZ those that it holds
 * @param name of the folder; null takes the only one that holds places
 * @throws DomainError `invalid-file` as `readPlacemarks` and `chooseLayer` do
 */
export async function openKml(documents: readonly KmlDocument[], name: string | null, what: Texts) {
  const layer = chooseLayer(await foldersOf(documents, what), name, what)
  return { layer, bytes: featuresOf(documents, layer.name, what) }
}

async function* placesOf(
  documents: readonly KmlDocument[],
  what: Texts,
  onLink: () => void = () => {},
): AsyncGenerator<readonly Placemark[]> {
  for (const document of documents) yield* readPlacemarks(xmlTexts(document(), what), what, onLink)
}

async function foldersOf(documents: readonly KmlDocument[], what: Texts): Promise<readonly FileLayer[]> {
  const folders = new Map<string, { features: number; types: Set<string>; fields: Set<string> }>()
  let links = 0
  for await (const places of placesOf(documents, what, () => links++))
    for (const { folder, properties, geometry } of places) {
      const name = folder ?? UNNAMED
      const said = folders.get(name) ?? { features: 0, types: new Set(), fields: new Set() }
      folders.set(name, said)
      said.features++
      if (geometry !== null) said.types.add(geometry.type)
      for (const field of properties.keys()) said.fields.add(field)
    }
  return [...folders].map(([name, { features, types, fields }]) => ({
    name,
    features,
    geometryType: types.size > 1 ? 'Geometry' : ([...types][0] ?? null),
    srid: WGS_84,
    crsName: 'WGS 84',
    fields: [...fields],
    utcFields: [],
    hidden: false,
    notices: links === 0 ? [] : [linksNotice(links)],
  }))
}

function linksNotice(links: number): Notice {
  return { code: 'network-links', kind: 'warning', field: null, ...GEOGRAPHIC_MESSAGES.links(written(links)) }
}

async function* featuresOf(
  documents: readonly KmlDocument[],
  name: string,
  what: Texts,
): AsyncGenerator<Uint8Array> {
  let before = '{"type":"FeatureCollection","features":[\n'
  for await (const places of placesOf(documents, what)) {
    const own = places.filter(({ folder }) => (folder ?? UNNAMED) === name)
    if (own.length === 0) continue
    yield Buffer.from(before + own.map(toFeature).join(',\n'))
    before = ',\n'
  }
  yield Buffer.from('\n]}\n')
}

function toFeature({ properties, geometry }: Placemark): string {
  return JSON.stringify({ type: 'Feature', properties: Object.fromEntries(properties), geometry })
}
