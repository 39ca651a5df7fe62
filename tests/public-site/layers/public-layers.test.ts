import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { PUBLIC_LAYER_PROPERTIES, PUBLIC_LAYERS } from '../../../server/public-site/contract.ts'
import { seededRandom } from '../../../server/engine/statistics/seeded-random.ts'
import {
  type Area,
  type Camera,
  type ContextFeature,
  type FocusArea,
  type PatrolZone,
  PREMISES_KINDS,
} from '../../../server/engine/snapshot/features.ts'
import type { PublishedDocument } from '../../../server/reviews/documents/document-stages.ts'
import { cameraZones, zoneCells } from '../../../server/engine/disclosure/camera-zones.ts'
import { baseMapGeoJson, publicFeatures } from '../../../server/public-site/layers/public-features.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { toWgs84 } from '../../../server/engine/projection/to-wgs84.ts'

const projection = createProjection(3006)
const [X, Y] = [674_350, 6_581_090]

const PLANAR = {
  type: 'Polygon' as const,
  coordinates: [
    [
      [X, Y],
      [X + 300, Y],
      [X + 300, Y + 300],
      [X, Y],
    ],
  ],
}
const stored = {
  id: 987_654,
  revision: 4321,
  planar: PLANAR,
  geometry: toWgs84(PLANAR, projection) as typeof PLANAR,
}

function camera(x: number, y: number, change: Partial<Camera['properties']> = {}): Camera {
  const planar = { type: 'Point' as const, coordinates: [x, y] }
  return {
    id: 987_655,
    revision: 4321,
    planar,
    geometry: toWgs84(planar, projection) as Camera['geometry'],
    properties: {
      name: 'HEMLIG-namn',
      operator: 'Kommunen',
      purpose: 'Förebygga brott',
      contact: 'kontakt@kommunen.example',
      directionDegrees: 123.25,
      viewDegrees: 61.5,
      rangeMetres: 83.75,
      status: 'active',
      hours: 'HEMLIG-timmar',
      retentionDays: 30,
      legalBasis: 'HEMLIG-grund',
      balancingReference: 'HEMLIG-dnr',
      balancingSummary: 'Vägd mot intrånget',
      ...change,
    },
  }
}

const zone: PatrolZone = {
  ...stored,
  properties: {
    name: 'Torget',
    permit: 'A-1',
    purpose: 'Ordning',
    validFrom: '2026-01-01',
    validTo: null,
    schedule: [{ weekdays: [5, 6], startHour: 21, endHour: 3 }],
  },
}
const focusArea: FocusArea = {
  ...stored,
  properties: {
    name: 'Norr',
    owner: 'Nämnden',
    programmeFrom: '2026-01-01',
    programmeTo: null,
    budgetSek: 5_000_000,
    plannedInvestments: 'Lekplats',
  },
}
const area = (kind: Area['properties']['kind']): Area => ({
  ...stored,
  properties: {
    kind,
    name: `HEMLIG-om-inte-stadsdel-${kind}`,
    validFrom: null,
    validTo: null,
    residents: 2500,
    visitors: 777_777,
    exposureSource: 'HEMLIG-källa',
    derived: false,
  },
})
const publicDocument: PublishedDocument = {
  id: 5,
  title: 'Kvarteret Eken',
  caseNumber: 'EXS-1',
  decision: 'support_with_conditions',
  conditions: ['Belysning'],
  decidedAt: '2026-05-01T10:00:00.000Z',
  publishedAt: '2026-05-02T10:00:00.000Z',
  footprint: PLANAR,
  from: '2025-01-01T00:00:00.000Z',
  to: '2026-01-01T00:00:00.000Z',
  lines: [{ sv: 'Omkring 45.', en: 'About 45.' }],
}
/** Features with all properties set, and unknown ones added. */
const extra = <T extends { readonly properties: object }>(feature: T): T => ({
  ...feature,
  HEMLIG: 1,
  properties: { ...feature.properties, HEMLIG: 'HEMLIG-tillägg' },
})
const INPUT = {
  cameras: [
    extra(camera(X, Y)),
    camera(X + 2000, Y, { status: 'planned' }),
    camera(X + 4000, Y, { status: 'removed' }),
  ],
  zones: [extra(zone)],
  focusAreas: [extra(focusArea)],
  areas: [extra(area('district')), area('place'), area('study'), area('base'), area('water')],
  handlings: [{ ...publicDocument, HEMLIG: 'HEMLIG' }],
  context: ['building', 'lamp', ...PREMISES_KINDS, 'land'].map(
    (kind, id): ContextFeature => ({
      id,
      kind: kind as 'land',
      name: null,
      rank: 1,
      planar: PLANAR,
    }),
  ),
}

describe('the public layers', () => {
  const layers = publicFeatures(INPUT, projection)

  it.each(PUBLIC_LAYERS.map((id) => [id] as const))(
    '%s have the properties of their schema and no others',
    (id) => {
      const { features } = layers[id]
      expect(features).toHaveLength(1)
      for (const feature of features) {
        expect(Object.keys(feature).toSorted()).toEqual(['geometry', 'properties', 'type'])
        expect(Object.keys(feature.properties!).toSorted()).toEqual(
          Object.keys(PUBLIC_LAYER_PROPERTIES[id].shape).toSorted(),
        )
      }
    },
  )

  it('never hold a non-public text', () => {
    const text = JSON.stringify([layers, baseMapGeoJson(INPUT, projection)]).replace(
      'HEMLIG-om-inte-stadsdel-district',
      '',
    )
    expect(text).not.toMatch(/HEMLIG|98765[45]|4321|777777|123\.25|61\.5|83\.75|schedule|startHour|status/)
  })

  it('leave planned and removed cameras out', () => {
    expect(layers.cameras.features).toHaveLength(1)
  })

  it('have a context without houses, lamps and premises such as shelters', () => {
    const kinds = baseMapGeoJson(INPUT, projection).features.map(({ properties }) => properties!.kind)
    expect(kinds).toEqual(['water', 'land'])
  })
})

describe('the zones of cameras', () => {
  const describeNothing = () => ({ operator: 'Kommunen' })
  const cellsOf = (one: Camera) => [...zoneCells(one, projection)].toSorted().join(' ')

  it('are cells of the city’s lattice, whose borders do not disclose the camera’s position', () => {
    const [first] = cameraZones([camera(X, Y)], projection, describeNothing)
    const corners = first!.planar.coordinates.flat(first!.planar.type === 'Polygon' ? 1 : 2) as number[][]
    for (const [x, y] of corners) {
      // Corners of hexagons of side 50 m lie on columns 25 m and rows 43.3 m apart.
      expect(Math.abs(x! / 25 - Math.round(x! / 25))).toBeLessThan(0.001)
      const row = y! / ((Math.sqrt(3) / 2) * 50)
      expect(Math.abs(row - Math.round(row))).toBeLessThan(0.001)
    }
  })

  it('are shared by cameras with different positions, directions and ranges', () => {
    const random = seededRandom(7)
    const any = () =>
      camera(X + (random() - 0.5) * 90, Y + (random() - 0.5) * 90, {
        directionDegrees: random() * 360,
        viewDegrees: 50 + random() * 40,
        rangeMetres: 45 + random() * 35,
      })
    const byZone = new Map<string, Camera[]>()
    for (let k = 0; k < 2500; k++) {
      const one = any()
      const key = cellsOf(one)
      byZone.set(key, [...(byZone.get(key) ?? []), one])
    }
    const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values)
    const crowded = [...byZone.values()].filter((cameras) => cameras.length >= 12)
    expect(crowded.length).toBeGreaterThan(20)
    for (const cameras of crowded) {
      const xs = cameras.map(({ planar }) => planar.coordinates[0]!)
      const ys = cameras.map(({ planar }) => planar.coordinates[1]!)
      expect(Math.hypot(spread(xs), spread(ys))).toBeGreaterThan(40)
      expect(spread(cameras.map(({ properties }) => properties.directionDegrees!))).toBeGreaterThan(25)
      expect(spread(cameras.map(({ properties }) => properties.rangeMetres!))).toBeGreaterThan(12)
    }
  })

  it('of cameras with equal descriptions that reach a common cell are merged', () => {
    const cameras = [camera(X, Y), camera(X + 40, Y), camera(X + 20, Y + 30)]
    expect(cameraZones(cameras, projection, describeNothing)).toHaveLength(1)
    let count = 0
    expect(cameraZones(cameras, projection, () => ({ operator: count++ }))).toHaveLength(3)
    expect(cameraZones([camera(X, Y), camera(X + 900, Y)], projection, describeNothing)).toHaveLength(2)
  })

  it('of a camera with an unknown view include more than its own cell', () => {
    expect(zoneCells(camera(X, Y, { rangeMetres: null }), projection).size).toBe(7)
  })

  it('do not depend on the order of the cameras', () => {
    const cameras = [0, 35, 70, 400, 430].map((east) => camera(X + east, Y))
    const zonesOf = (list: readonly Camera[]) =>
      JSON.stringify(cameraZones(list, projection, describeNothing))
    fc.assert(
      fc.property(fc.shuffledSubarray(cameras, { minLength: cameras.length }), (shuffled) => {
        expect(zonesOf(shuffled)).toBe(zonesOf(cameras))
      }),
      { numRuns: 20 },
    )
  })
})
