import type { Feature, FeatureCollection, Geometry, MultiPolygon, Polygon, Position } from 'geojson'
import { z } from 'zod'
import { PUBLIC_LAYER_PROPERTIES, type PublicLayerId, type PublicLayerProperties } from '../contract.ts'
import type { Area, Camera, ContextFeature, FocusArea, PatrolZone } from '../../engine/snapshot/features.ts'
import type { Projection } from '../../engine/projection/projection.ts'
import { geographic } from '../../engine/projection/geographic.ts'
import { cameraZones } from '../../engine/disclosure/camera-zones.ts'
import type { PublishedDocument } from '../../reviews/index.ts'

/** Input of the public layers, from which only named public properties are taken. */
export interface PublicLayerInput {
  readonly cameras: readonly Camera[]
  readonly zones: readonly PatrolZone[]
  readonly focusAreas: readonly FocusArea[]
  readonly areas: readonly Area[]
  readonly handlings: readonly PublishedDocument[]
  readonly context: readonly ContextFeature[]
}

/** The public layers, each as GeoJSON in WGS 84. Strict schemas filter the properties. */
export function publicFeatures(
  input: PublicLayerInput,
  projection: Projection,
): Readonly<Record<PublicLayerId, FeatureCollection>> {
  const layer = <L extends PublicLayerId>(
    id: L,
    features: readonly {
      readonly planar: Polygon | MultiPolygon
      readonly properties: PublicLayerProperties<L>
    }[],
  ): FeatureCollection => ({
    type: 'FeatureCollection',
    features: features.map(
      ({ planar, properties }): Feature => ({
        type: 'Feature',
        geometry: geographic(planar, projection),
        properties: (PUBLIC_LAYER_PROPERTIES[id] as z.ZodType<Record<string, unknown>>).parse(properties),
      }),
    ),
  })
  const monitored = input.cameras.filter(({ properties }) => properties.status === 'active')
  return {
    cameras: layer('cameras', cameraZones(monitored, projection, describeCamera)),
    guards: layer('guards', input.zones.map(guardArea)),
    'focus-areas': layer('focus-areas', input.focusAreas.map(focusArea)),
    districts: layer('districts', input.areas.filter(isDistrict).map(district)),
    handlings: layer('handlings', input.handlings.map(publicDocument)),
  }
}

function describeCamera({ properties: p }: Camera): PublicLayerProperties<'cameras'> {
  return {
    operator: p.operator,
    purpose: p.purpose,
    contact: p.contact,
    retentionDays: p.retentionDays,
    balancingSummary: p.balancingSummary,
  }
}

const guardArea = ({ planar, properties: p }: PatrolZone) => ({
  planar,
  properties: {
    name: p.name,
    permit: p.permit,
    purpose: p.purpose,
    validFrom: p.validFrom,
    validTo: p.validTo,
  },
})

const focusArea = ({ planar, properties: p }: FocusArea) => ({
  planar,
  properties: {
    name: p.name,
    owner: p.owner,
    programmeFrom: p.programmeFrom,
    programmeTo: p.programmeTo,
    budgetSek: p.budgetSek,
    plannedInvestments: p.plannedInvestments,
  },
})

const isDistrict = ({ properties }: Area) => properties.kind === 'district'

const district = ({ planar, properties: p }: Area) => ({
  planar,
  properties: { name: p.name, residents: p.residents, validFrom: p.validFrom, validTo: p.validTo },
})

const publicDocument = (h: PublishedDocument) => ({
  planar: h.footprint,
  properties: {
    id: h.id,
    title: h.title,
    caseNumber: h.caseNumber,
    decision: h.decision,
    conditions: [...h.conditions],
    decidedAt: h.decidedAt,
    publishedAt: h.publishedAt,
    from: h.from,
    to: h.to,
    lines: h.lines.map(({ sv, en }) => ({ sv, en })),
  },
})

/** Kinds of the public background map, with the highest rank of each. */
const BASE_MAP_RANKS: Readonly<Record<string, number>> = {
  land: 5,
  park: 5,
  square: 5,
  street: 4,
  path: 3,
  rail: 4,
  station: 5,
  place_name: 5,
}

/** Whether a context feature is on the public background map; buildings, lamps and premises are not. */
export function isOnBaseMap({ kind, rank }: ContextFeature): boolean {
  return rank <= (BASE_MAP_RANKS[kind] ?? 0)
}

/** The public background map: context features of low rank, and waters of the city's areas. */
export function baseMapGeoJson(input: PublicLayerInput, projection: Projection): FeatureCollection {
  const waters = input.areas
    .filter(({ properties }) => properties.kind === 'water')
    .map(({ planar }) => baseMapFeature('water', null, 1, geographic(planar, projection)))
  const ground = input.context
    .filter(isOnBaseMap)
    .map(({ kind, name, rank, planar }) => baseMapFeature(kind, name, rank, inDegrees(planar, projection)))
  return { type: 'FeatureCollection', features: [...waters, ...ground] }
}

function baseMapFeature(kind: string, name: string | null, rank: number, geometry: Geometry): Feature {
  return { type: 'Feature', geometry, properties: { kind, name, rank } }
}

function inDegrees(planar: Geometry, projection: Projection): Geometry {
  if (planar.type === 'Polygon' || planar.type === 'MultiPolygon') return geographic(planar, projection)
  if (planar.type === 'GeometryCollection')
    return { ...planar, geometries: planar.geometries.map((part) => inDegrees(part, projection)) }
  const turn = (value: unknown): unknown =>
    typeof (value as Position)[0] === 'number' ? degreesOf(value as Position) : (value as unknown[]).map(turn)
  const degreesOf = ([x, y]: Position) =>
    projection.toWgs84(x!, y!).map((degrees) => Math.round(degrees * 1e6) / 1e6)
  return { ...planar, coordinates: turn(planar.coordinates) } as Geometry
}
