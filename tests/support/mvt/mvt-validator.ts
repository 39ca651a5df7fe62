import { doubledArea } from '../../../tiles/geometry/ring.ts'
import { decodeGeometry } from './mvt-geometry.ts'
import { type RawFeature, type RawLayer, readRawTile } from './mvt-reader.ts'
import { polygonProblems } from './polygon-problems.ts'

/** A problem of a tile. */
export interface MvtProblem {
  /** `spec` = the specification says MUST; `ours` = it advises so, or our own contract does. */
  readonly rule: 'spec' | 'ours'
  readonly text: string
}

/**
 * All problems of a tile by the Mapbox Vector Tile specification 2.1 and by our contract: ids in every feature and
 * unique, no unused or repeated keys and values, simple rings, extent 4096, no layer without features, coordinates
 * within the buffer.
 *
 * @param bufferUnits how far coordinates may lie outside the tile
 */
export function mvtProblems(bytes: Uint8Array, bufferUnits = 64): MvtProblem[] {
  let layers: readonly RawLayer[]
  try {
    layers = readRawTile(bytes)
  } catch (error) {
    return [{ rule: 'spec', text: `cannot be read: ${(error as Error).message}` }]
  }
  const problems: MvtProblem[] = []
  const names = layers.map((layer) => layer.name)
  if (new Set(names).size !== names.length) problems.push({ rule: 'spec', text: 'two layers of one name' })
  for (const layer of layers) problems.push(...layerProblems(layer, bufferUnits))
  return problems
}

function layerProblems(layer: RawLayer, bufferUnits: number): MvtProblem[] {
  const problems: MvtProblem[] = []
  const add = (rule: MvtProblem['rule'], broken: boolean, text: string) => {
    if (broken) problems.push({ rule, text: `${layer.name}: ${text}` })
  }
  add('spec', layer.version !== 1 && layer.version !== 2, `version ${layer.version}`)
  add('ours', layer.version !== 2, 'is not version 2')
  add('spec', layer.name === null, 'has no name')
  add('spec', layer.extent === 0, 'has no extent')
  add('ours', layer.extent !== 4096, `has extent ${layer.extent}`)
  add('ours', layer.features.length === 0, 'has no features')
  const ids = layer.features.map((feature) => feature.id)
  add('ours', ids.includes(null), 'has a feature without id')
  add('ours', new Set(ids).size !== ids.length, 'has an id twice')
  add('ours', new Set(layer.keys).size !== layer.keys.length, 'has a key twice')
  const values = layer.values.map(({ kind, value }) => `${kind} ${value}`)
  add('ours', new Set(values).size !== values.length, 'has a value twice')
  const used = layer.features.flatMap(({ tags }) => tags)
  add(
    'ours',
    layer.keys.some((_, key) => !used.some((tag, at) => at % 2 === 0 && tag === key)),
    'has an unused key',
  )
  const usedValues = new Set(used.filter((_, at) => at % 2 === 1))
  add('ours', usedValues.size < layer.values.length, 'has an unused value')
  for (const feature of layer.features) problems.push(...featureProblems(layer, feature, bufferUnits))
  return problems
}

function featureProblems(layer: RawLayer, feature: RawFeature, bufferUnits: number): MvtProblem[] {
  const problems: MvtProblem[] = []
  const add = (rule: MvtProblem['rule'], text: string) =>
    problems.push({ rule, text: `${layer.name} ${feature.id}: ${text}` })
  const keys = feature.tags.filter((_, at) => at % 2 === 0)
  const values = feature.tags.filter((_, at) => at % 2 === 1)
  if (keys.length !== values.length) add('spec', 'has an odd number of tags')
  if (keys.some((key) => key >= layer.keys.length)) add('spec', 'has a tag of a key that is not there')
  if (values.some((value) => value >= layer.values.length))
    add('spec', 'has a tag of a value that is not there')
  if (new Set(keys).size !== keys.length) add('spec', 'has an attribute twice')
  if (feature.geometry === null) add('spec', 'has no geometry')
  if (feature.type === null || feature.type > 3) add('spec', `has type ${feature.type}`)
  if (feature.type === 0) add('ours', 'has an unknown type')
  if (feature.geometry === null || feature.type === null || feature.type < 1 || feature.type > 3)
    return problems
  const { parts, problems: broken } = decodeGeometry(feature.type, feature.geometry)
  for (const text of broken) add('spec', text)
  if (broken.length === 0 && feature.type === 3) for (const text of ringProblems(parts)) add('spec', text)
  const outside = (number: number) => number < -bufferUnits || number > 4096 + bufferUnits
  if (parts.some((part) => part.some(outside))) add('ours', 'reaches beyond the buffer')
  return problems
}

/** Problems of the polygons that rings make up: each exterior begins one. */
function ringProblems(rings: readonly (readonly number[])[]): string[] {
  const polygons: (readonly number[])[][] = []
  for (const ring of rings) {
    const area = doubledArea(ring)
    if (area === 0) return ['a ring has no area']
    if (area > 0) polygons.push([ring])
    else if (polygons.length === 0) return ['the first ring is a hole']
    else polygons.at(-1)!.push(ring)
  }
  return polygons.flatMap(polygonProblems)
}
