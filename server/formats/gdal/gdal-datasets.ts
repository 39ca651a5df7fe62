import { identifyCrs } from './identify-crs.ts'
import type { FileLayer } from '../file-layer.ts'
import type { GdalRequest } from './gdal-messages.ts'
import { type GdalModule, pointerList, stringList } from './gdal-module.ts'

const OF_VECTOR = 4
const OF_VERBOSE_ERROR = 64
/** A ten-millionth of a metre, a hundredth of a millimetre in degrees. */
const DECIMALS = '9'
/** Drivers of formats that say times in UTC alone: programs write local times as such. */
const UTC_ONLY = ['GPKG']
const STANDARD_OUTPUT = '/vsistdout/'

/** A dataset that GDAL has opened, and what it says of it. */
export interface OpenedDataset {
  /** Its path within the archive; null for a file that is none. */
  readonly entry: string | null
  readonly pointer: number
  readonly info: DatasetInfo
}

interface DatasetInfo {
  readonly driverShortName?: string
  readonly layers: readonly {
    readonly name: string
    readonly featureCount?: number
    readonly geometryFields: readonly {
      readonly type: string
      readonly coordinateSystem?: { readonly projjson?: unknown; readonly wkt?: string } | null
    }[]
    readonly fields: readonly { readonly name: string; readonly type: string }[]
  }[]
}

/** Opens what is asked for by the one driver that may; null when it cannot. */
export function openDatasets(
  module: GdalModule,
  path: string,
  { driver, entries, encodings = [] }: GdalRequest,
): readonly OpenedDataset[] | null {
  const open = module.cwrap('GDALOpenEx', 'number', ['string', 'number', 'number', 'number', 'number'])
  const drivers = stringList(module, [driver])
  const datasets: OpenedDataset[] = []
  for (const [k, entry] of (entries ?? [null]).entries()) {
    const one = entry === null ? path : `/vsizip/{${path}}/${entry}`
    const pointer = open(
      one,
      OF_VECTOR | OF_VERBOSE_ERROR,
      drivers,
      optionsOf(module, encodings[k] ?? null),
      0,
    ) as number
    if (pointer === 0) return null
    datasets.push({ entry, pointer, info: infoOf(module, pointer) })
  }
  return datasets
}

/** Of opening a dataset. */
function optionsOf(module: GdalModule, encoding: string | null): number {
  return encoding === null ? 0 : stringList(module, [`ENCODING=${encoding}`])
}

function infoOf(module: GdalModule, pointer: number): DatasetInfo {
  const info = module.cwrap('GDALVectorInfo', 'string', ['number', 'number'])
  const newOptions = module.cwrap('GDALVectorInfoOptionsNew', 'number', ['number', 'number'])
  const text = info(pointer, newOptions(stringList(module, ['-json', '-so', '-al', '-nomd']), 0)) as string
  return JSON.parse(text) as DatasetInfo
}

/** The layers of all datasets; those of one name in several folders of an archive by their folders too. */
export function layersOf(datasets: readonly OpenedDataset[]): readonly FileLayer[] {
  const all = datasets.flatMap((dataset) =>
    readLayers(dataset).map((layer) => ({ layer, entry: dataset.entry })),
  )
  const isShared = (name: string) => all.filter(({ layer }) => layer.name === name).length > 1
  return all.map(({ layer, entry }) => {
    const folder = entry?.slice(0, entry.lastIndexOf('/') + 1) ?? ''
    return isShared(layer.name) ? { ...layer, name: `${folder}${layer.name}` } : layer
  })
}

/** The layers of a dataset, in its order. */
function readLayers({ info }: OpenedDataset): readonly FileLayer[] {
  return info.layers.map(({ name, featureCount, geometryFields, fields }) => {
    const geometry = geometryFields[0]
    return {
      name,
      features: featureCount ?? 0,
      geometryType: geometry?.type ?? null,
      ...identifyCrs(geometry?.coordinateSystem?.projjson),
      fields: fields.map((field) => field.name),
      utcFields: UTC_ONLY.includes(info.driverShortName ?? '')
        ? fields.filter(({ type }) => type === 'DateTime').map((field) => field.name)
        : [],
      hidden: false,
      notices: [],
    }
  })
}

/**
 * Writes a layer as a GeoJSON FeatureCollection to the standard output, its positions as they are in the file.
 *
 * @param index its place among the layers of all datasets
 * @returns whether it went to its end
 */
export function writeLayer(module: GdalModule, datasets: readonly OpenedDataset[], index: number): boolean {
  const all = datasets.flatMap((dataset) => readLayers(dataset).map((layer) => ({ dataset, layer })))
  const { dataset, layer } = all[index]!
  const newOptions = module.cwrap('GDALVectorTranslateOptionsNew', 'number', ['number', 'number'])
  const translate = module.cwrap('GDALVectorTranslate', 'number', [
    'string',
    'number',
    'number',
    'number',
    'number',
    'number',
  ])
  const options = newOptions(stringList(module, optionsFor(layer)), 0)
  const failed = module._malloc(4)
  const sources = pointerList(module, [dataset.pointer])
  const written = translate(STANDARD_OUTPUT, 0, 1, sources, options, failed) as number
  if (written === 0) return false
  module.cwrap('GDALClose', null, ['number'])(written)
  return true
}

function optionsFor({ name, srid }: FileLayer): readonly string[] {
  const creation = ['RFC7946=NO', 'WRITE_NAME=NO', `COORDINATE_PRECISION=${DECIMALS}`]
  return [
    '-f',
    'GeoJSON',
    '-nomd',
    '-dim',
    'XY',
    ...creation.flatMap((option) => ['-lco', option]),
    ...(srid === null ? [] : ['-a_srs', `EPSG:${srid}`]),
    name,
  ]
}
