import type { FeatureCollection, MultiPolygon, Polygon, Position } from 'geojson'
import { expect, it } from 'vitest'
import { createProjection } from '../../server/engine/projection/create-projection.ts'
import { encodeFeatures } from '../../tiles/layers/encode-features.ts'
import { prepareFeatures } from '../../tiles/layers/prepare-features.ts'
import { joinLayers } from '../../tiles/mvt/layer-frame.ts'
import { mvtProblems } from '../support/mvt/mvt-validator.ts'
import { describeWithSharedData, readSharedData } from '../support/shared-data.ts'

const projection = createProjection(3006)
const LAYER = { name: 'areas', keys: [], geometry: 'polygon' } as const

function prepared(name: string) {
  const { features } = JSON.parse(readSharedData(name).toString()) as FeatureCollection<
    Polygon | MultiPolygon
  >
  const planar = (positions: Position[]) =>
    positions.map(([lon, lat]) => [...projection.toPlanar(lon!, lat!)!])
  return prepareFeatures(
    LAYER,
    features.map(({ geometry }, index) => ({
      id: index + 1,
      attributes: [],
      minZoom: 0,
      planar: {
        type: 'MultiPolygon',
        coordinates: (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).map(
          (rings) => rings.map(planar),
        ),
      },
    })),
    projection,
  )
}

for (const name of ['stockholm-vatten.geojson', 'stockholm-stadsdelar-land.geojson'])
  describeWithSharedData(`tiles of ${name}`, [name], () => {
    it('are valid at every zoom, and small', () => {
      const layer = prepared(name)
      const [worldX, worldY] = projection.toWorld(674_350, 6_581_090)
      for (let z = 4; z <= 16; z++) {
        const address = { z, x: Math.floor(worldX / 2 ** (32 - z)), y: Math.floor(worldY / 2 ** (32 - z)) }
        const bytes = joinLayers([encodeFeatures(layer, address)])
        expect(mvtProblems(bytes)).toEqual([])
        expect(bytes.length).toBeLessThan(60_000)
      }
    })
  })
