import type { ToggledLayer } from './layer-choice.ts'

/** A feature of an overlay: a camera, zone, area or proposal. */
export interface MapFeature {
  readonly layer: ToggledLayer
  readonly properties: Readonly<Record<string, unknown>>
}
