import { z } from 'zod'
import {
  areaGeometrySchema,
  featureInput,
  featureOutput,
  pointSchema,
} from '../platform/http/fields/geojson.ts'
import { LAYER_PATHS } from './paths.ts'
import { featureEndpoints, page } from './feature-endpoints.ts'
import * as properties from './feature-properties.ts'

const area = areaGeometrySchema
const plain = z.strictObject(page)

export const cameras = featureEndpoints({
  name: 'Camera',
  plural: 'Cameras',
  list: LAYER_PATHS.cameras,
  one: LAYER_PATHS.camera,
  read: 'layers.read',
  write: 'layers.write',
  input: featureInput(pointSchema, properties.cameraProperties).meta({ id: 'CameraInput' }),
  output: featureOutput(pointSchema, properties.cameraResponse).meta({ id: 'Camera' }),
  query: plain,
})

export const patrolZones = featureEndpoints({
  name: 'PatrolZone',
  plural: 'PatrolZones',
  list: LAYER_PATHS.patrolZones,
  one: LAYER_PATHS.patrolZone,
  read: 'layers.read',
  write: 'layers.write',
  input: featureInput(area, properties.patrolZoneProperties).meta({ id: 'PatrolZoneInput' }),
  output: featureOutput(area, properties.patrolZoneResponse).meta({ id: 'PatrolZone' }),
  query: plain,
})

export const focusAreas = featureEndpoints({
  name: 'FocusArea',
  plural: 'FocusAreas',
  list: LAYER_PATHS.focusAreas,
  one: LAYER_PATHS.focusArea,
  read: 'layers.read',
  write: 'layers.write',
  input: featureInput(area, properties.focusAreaProperties).meta({ id: 'FocusAreaInput' }),
  output: featureOutput(area, properties.focusAreaResponse).meta({ id: 'FocusArea' }),
  query: plain,
})

/** What the features of each layer hold, as it is sent. */
export const LAYER_PROPERTIES = {
  cameras: properties.cameraProperties,
  'patrol-zones': properties.patrolZoneProperties,
  'focus-areas': properties.focusAreaProperties,
} as const
