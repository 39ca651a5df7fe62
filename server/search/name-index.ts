import type { Geometry, Position } from 'geojson'
import type { LayerSnapshot } from '../engine/snapshot/types.ts'
import type { Audience } from '../platform/access/audience.ts'
import { maySeeArea, maySeeContext, maySeeLayer } from '../platform/access/layer-access.ts'
import { HIT_NAMES, type HitKind } from './messages.ts'

/** A box in the city's CRS, metres. */
export interface PlaneBox {
  readonly minX: number
  readonly minY: number
  readonly maxX: number
  readonly maxY: number
}

/** A named feature; parts of one street are one. */
export interface NamedFeature {
  readonly kind: HitKind
  readonly name: string
  /** The name as it is compared: lower case, without accents. */
  readonly folded: string
  readonly box: PlaneBox
  readonly isOpenTo: (audience: Audience) => boolean
}

/** Parts of one name further apart than this are different streets, metres. */
const MAX_GAP_METRES = 2000

/** A text as names are compared: without case and accents, words divided by one space. */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The named features of a snapshot's layers, for all audiences. */
export function indexNames(layers: LayerSnapshot): readonly NamedFeature[] {
  const everybody = () => true
  const areas = layers
    .features('areas')
    .filter(({ properties: { validTo } }) => validTo === null)
    .map((area) =>
      named(area.properties.kind, area.properties.name, area.planar, (audience) =>
        maySeeArea(audience, area),
      ),
    )
  const context = layers.context.map((feature) =>
    named(feature.kind, feature.name, feature.planar, (audience) => maySeeContext(audience, feature)),
  )
  const focus = layers
    .features('focus-areas')
    .map(({ properties, planar }) => named('focus_area', properties.name, planar, everybody))
  const proposals = layers
    .features('proposals')
    .map(({ properties, planar }) =>
      named('proposal', properties.title, planar, (audience) => maySeeLayer(audience, 'proposals')),
    )
  return joined([...areas, ...focus, ...context, ...proposals].filter((feature) => feature !== null))
}

function named(
  kind: HitKind,
  name: string | null,
  geometry: Geometry,
  isOpenTo: (audience: Audience) => boolean,
): NamedFeature | null {
  const folded = fold(name ?? '')
  if (name === null || folded === '' || !Object.hasOwn(HIT_NAMES, kind)) return null
  return { kind, name, folded, box: boxOf(geometry), isOpenTo }
}

/** Features of one kind and name that lie near each other, as one. */
function joined(features: readonly NamedFeature[]): readonly NamedFeature[] {
  const groups = new Map<string, NamedFeature[]>()
  const rest: NamedFeature[] = []
  for (const feature of features) {
    if (feature.kind === 'proposal') {
      rest.push(feature)
      continue
    }
    const key = `${feature.kind} ${feature.folded}`
    const group = groups.get(key) ?? []
    groups.set(key, group)
    const near = group.findIndex(({ box }) => gap(box, feature.box) <= MAX_GAP_METRES)
    if (near < 0) group.push(feature)
    else group[near] = { ...group[near]!, box: union(group[near]!.box, feature.box) }
  }
  return [...[...groups.values()].flat(), ...rest]
}

/** Metres between two boxes along the axis that divides them most; 0 where they meet. */
export function gap(a: PlaneBox, b: PlaneBox): number {
  return Math.max(a.minX - b.maxX, b.minX - a.maxX, a.minY - b.maxY, b.minY - a.maxY, 0)
}

function union(a: PlaneBox, b: PlaneBox): PlaneBox {
  return {
    minX: Math.min(a.minX, b.minX),
    minY: Math.min(a.minY, b.minY),
    maxX: Math.max(a.maxX, b.maxX),
    maxY: Math.max(a.maxY, b.maxY),
  }
}

function boxOf(geometry: Geometry): PlaneBox {
  let box: PlaneBox = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity }
  const visit = (coordinates: Position | readonly unknown[]): void => {
    const [x, y] = coordinates
    if (typeof x === 'number' && typeof y === 'number')
      box = union(box, { minX: x, minY: y, maxX: x, maxY: y })
    else for (const inner of coordinates) visit(inner as readonly unknown[])
  }
  if (geometry.type === 'GeometryCollection')
    for (const part of geometry.geometries) box = union(box, boxOf(part))
  else visit(geometry.coordinates)
  return box
}
