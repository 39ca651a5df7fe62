/** Tag bytes of the Mapbox Vector Tile protocol buffers, version 2.1: field number × 8 + wire type. */
export const TAG = {
  tileLayer: (3 << 3) | 2,
  layerVersion: (15 << 3) | 0,
  layerName: (1 << 3) | 2,
  layerFeature: (2 << 3) | 2,
  layerKey: (3 << 3) | 2,
  layerValue: (4 << 3) | 2,
  layerExtent: (5 << 3) | 0,
  featureId: (1 << 3) | 0,
  featureTags: (2 << 3) | 2,
  featureType: (3 << 3) | 0,
  featureGeometry: (4 << 3) | 2,
  valueString: (1 << 3) | 2,
  valueDouble: (3 << 3) | 1,
  valueUint: (5 << 3) | 0,
  valueSint: (6 << 3) | 0,
  valueBool: (7 << 3) | 0,
} as const

export const MVT_VERSION = 2

export const GEOMETRY_TYPE = { point: 1, line: 2, polygon: 3 } as const

/** Geometry commands: the low three bits of a command integer. */
export const COMMAND = { moveTo: 1, lineTo: 2, closePath: 7 } as const

/** A command with how often it is repeated. */
export function command(id: number, count: number): number {
  return ((count << 3) | id) >>> 0
}
