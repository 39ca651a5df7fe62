import { z } from 'zod'
import {
  areaGeometrySchema,
  featureInput,
  featureOutput,
  pointSchema,
} from '../platform/http/fields/geojson.ts'
import { LAYER_PATHS } from './paths.ts'
import { featureEndpoints, page } from './feature-endpoints.ts'
import { historyEndpoint } from './history-endpoint.ts'
import * as properties from './feature-properties.ts'

export type { ScheduleWindow } from '../engine/snapshot/features.ts'

const area = areaGeometrySchema
const plain = z.strictObject(page)

const cameraOutput = featureOutput(pointSchema, properties.cameraResponse).meta({ id: 'Camera' })
const patrolZoneOutput = featureOutput(area, properties.patrolZoneResponse).meta({ id: 'PatrolZone' })
const focusAreaOutput = featureOutput(area, properties.focusAreaResponse).meta({ id: 'FocusArea' })

export const cameras = featureEndpoints({
  name: 'Camera',
  plural: 'Cameras',
  list: LAYER_PATHS.cameras,
  one: LAYER_PATHS.camera,
  read: 'layers.read',
  write: 'layers.write',
  input: featureInput(pointSchema, properties.cameraProperties).meta({ id: 'CameraInput' }),
  output: cameraOutput,
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
  output: patrolZoneOutput,
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
  output: focusAreaOutput,
  query: plain,
})

export const cameraHistory = historyEndpoint('Camera', LAYER_PATHS.cameraHistory, cameraOutput)
export const patrolZoneHistory = historyEndpoint(
  'PatrolZone',
  LAYER_PATHS.patrolZoneHistory,
  patrolZoneOutput,
)
export const focusAreaHistory = historyEndpoint('FocusArea', LAYER_PATHS.focusAreaHistory, focusAreaOutput)

/** What the features of each layer hold, as it is sent. */
export const LAYER_PROPERTIES = {
  cameras: properties.cameraProperties,
  'patrol-zones': properties.patrolZoneProperties,
  'focus-areas': properties.focusAreaProperties,
} as const
