import { attributionOf } from '../../platform/attribution.ts'
import { figureTables } from '../../../tiles/release/figure-tables.ts'
import { writePmtiles } from '../../../tiles/release/pmtiles.ts'
import { boxOfLayers, type EncodedTile, encodePyramid, pyramidOf } from '../../../tiles/release/pyramid.ts'
import { releaseLayers } from '../../../tiles/release/release-layers.ts'
import { PUBLIC_SCHEMA_VERSION, type ReleaseManifest } from './contract.ts'
import { DomainError } from '../../engine/errors.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import type { PublicContents, ReleaseFile } from '../release.ts'
import { LINK_TITLES } from './link-titles.ts'
import { mediaTypeOf } from '../../platform/http/media-types.ts'
import { methodNote } from './method-note.ts'
import { packedFiles } from '../../platform/http/packed-files.ts'
import { periodText } from './period-messages.ts'
import { boundsOf, releaseTileJson, vectorLayers } from './release-tile-json.ts'
import {
  areasCsv,
  areasGeoJson,
  cityCsv,
  perceivedSafetyCsv,
  figuresJson,
  hexesCsv,
  hexesGeoJson,
} from './release-tables.ts'
import { statisticalCsv, statisticalGeoJson } from './statistical-tables.ts'

export interface ReleaseFilesInput {
  readonly key: string
  readonly contents: PublicContents
  /** ISO instant of the publication. */
  readonly publishedAt: string
  /** Whether the data are invented. */
  readonly demo: boolean
}

/**
 * Every file of a public release, the manifest last. The same input gives the same bytes.
 *
 * @throws DomainError `unprocessable` when the release has no areas
 */
export function releaseFiles(input: ReleaseFilesInput, projection: Projection): readonly ReleaseFile[] {
  const { contents, demo } = input
  const tables = figureTables(contents)
  const layers = releaseLayers(tables, projection)
  const box = boxOfLayers(layers.map(({ prepared }) => prepared))
  if (box === null) throw new DomainError('unprocessable', 'The release has no areas.')
  const pyramid = pyramidOf(box)
  const bounds = boundsOf(box)
  const tiles = [
    ...encodePyramid(
      layers.map(({ prepared }) => prepared),
      pyramid,
    ),
  ]
  const tileJson = releaseTileJson(
    input.key,
    attributionOf(input.contents.sources, input.demo),
    layers,
    pyramid,
    bounds,
  )
  const pmtiles = writePmtiles(tiles, {
    metadata: {
      name: input.key,
      attribution: tileJson.attribution,
      type: 'overlay',
      vector_layers: vectorLayers(layers),
    },
    bounds,
    minZoom: pyramid.minZoom,
    maxZoom: pyramid.maxZoom,
  })
  const texts: readonly (readonly [path: string, content: string | Uint8Array])[] = [
    ['figures.json', JSON.stringify(figuresJson(contents))],
    ['areas.geojson', JSON.stringify(areasGeoJson(tables, projection))],
    ['areas.csv', areasCsv(tables, contents.period)],
    ...(tables.hexes.length === 0
      ? []
      : ([
          ['hexes.geojson', JSON.stringify(hexesGeoJson(tables, projection))],
          ['hexes.csv', hexesCsv(tables, contents.period)],
        ] as const)),
    ...(contents.statistical === undefined
      ? []
      : ([
          ['statistical.geojson', JSON.stringify(statisticalGeoJson(contents.statistical, projection))],
          ['statistical.csv', statisticalCsv(contents.statistical)],
        ] as const)),
    ...(contents.city.length === 0 ? [] : [['city.csv', cityCsv(contents)] as const]),
    ...(contents.felt.length === 0 ? [] : [['felt.csv', perceivedSafetyCsv(contents)] as const]),
    ['method.sv.html', methodNote(contents, 'sv', demo)],
    ['method.en.html', methodNote(contents, 'en', demo)],
    ['release.pmtiles', pmtiles],
  ]
  const files = [
    ...texts.flatMap(([path, content]) => packedFiles(path, content)),
    ...tiles.flatMap((tile) => packedFiles(pathOfTile(tile), tile.bytes)),
  ]
  const placed = packedFiles('tiles.json', JSON.stringify(tileJson))
  const manifest = {
    ...manifestOf(input, bounds, pyramid),
    links: linksTo([...files, ...placed]),
    files: files.map(({ path, bytes, sha256 }) => ({ path, bytes: bytes.length, sha256 })),
  }
  return [...files, ...placed, ...packedFiles('manifest.json', JSON.stringify(manifest))]
}

const linksTo = (files: readonly ReleaseFile[]): ReleaseManifest['links'] =>
  files
    .filter(({ path }) => path in LINK_TITLES)
    .map(({ path }) => ({ href: path, type: mediaTypeOf(path), title: LINK_TITLES[path]! }))

const pathOfTile = ({ z, x, y }: EncodedTile) => `tiles/${z}/${x}/${y}.mvt`

function manifestOf(
  { key, contents, publishedAt, demo }: ReleaseFilesInput,
  bounds: ReleaseManifest['bounds'] | readonly number[],
  { minZoom, maxZoom }: { readonly minZoom: number; readonly maxZoom: number },
): Omit<ReleaseManifest, 'links' | 'files'> {
  const { kind, from, to, title } = periodText(contents.period)
  return {
    schemaVersion: PUBLIC_SCHEMA_VERSION,
    key,
    kind,
    demo,
    from,
    to,
    title,
    publishedAt,
    sources: [...figuresJson(contents).sources],
    bounds: [...bounds] as ReleaseManifest['bounds'],
    minzoom: minZoom,
    maxzoom: maxZoom,
  }
}
