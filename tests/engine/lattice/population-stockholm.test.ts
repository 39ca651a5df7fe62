import type { Feature, MultiPolygon, Polygon, Position } from 'geojson'
import { expect, it } from 'vitest'
import { signedArea } from '../../../server/engine/geometry/clipping/clip-ring.ts'
import { layerRings } from '../../../server/engine/geometry/clipping/layer-rings.ts'
import { cellPopulation } from '../../../server/engine/lattice/population.ts'
import { createProjection } from '../../../server/engine/projection/create-projection.ts'
import { describeWithSharedData, readSharedData } from '../../support/shared-data.ts'

type Shape = Polygon | MultiPolygon
const DISTRICTS = 'stockholm-stadsdelar-land.geojson'
const WATERS = 'stockholm-vatten.geojson'

function shapesOf(name: string): readonly Shape[] {
  const projection = createProjection(3006)
  const position = ([lon, lat]: Position): Position => [...projection.toPlanar(lon!, lat!)!]
  const { features } = JSON.parse(readSharedData(name).toString()) as { features: Feature<Shape>[] }
  return features.map(({ geometry }) =>
    geometry.type === 'Polygon'
      ? { type: 'Polygon', coordinates: geometry.coordinates.map((ring) => ring.map(position)) }
      : {
          type: 'MultiPolygon',
          coordinates: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(position))),
        },
  )
}

/** Area of shapes that do not overlap, m². */
function areaOf(shapes: readonly Shape[]): number {
  return shapes
    .flatMap((shape) => layerRings(shape, 0, [670_000, 6_580_000]))
    .reduce((sum, { ring }) => sum + signedArea(ring), 0)
}

describeWithSharedData('the cells of Stockholm', [DISTRICTS, WATERS], () => {
  it('hold the land of its 117 districts, at every edge, except slivers below a tenth of a cell', () => {
    const study = shapesOf(DISTRICTS)
    expect(study).toHaveLength(117)
    const areas = { study, water: [], exposed: [], digest: 'stockholm', derived: false }
    const whole = areaOf(study)
    for (const [edge, minimum] of [
      [50, 0.998],
      [200, 0.995],
      [800, 0.985],
    ] as const) {
      const held = cellPopulation(areas, edge).landArea.reduce((sum, land) => sum + land, 0)
      expect(held / whole).toBeGreaterThan(minimum)
      expect(held / whole).toBeLessThan(1 + 1e-6)
    }
  })

  it('lose exactly the area of the waters', () => {
    const study = shapesOf(DISTRICTS)
    const water = shapesOf(WATERS)
    const dry = cellPopulation({ study, water: [], exposed: [], digest: '', derived: false }, 200)
    const wet = cellPopulation({ study, water, exposed: [], digest: '', derived: false }, 200)
    for (let at = 0; at < dry.landArea.length; at++) {
      expect(wet.landArea[at]! - dry.landArea[at]!).toBeLessThan(1e-3)
    }
    expect(wet.cells).toBeLessThanOrEqual(dry.cells)
    expect(wet.cells).toBeGreaterThan(0.9 * dry.cells)
  })
})
