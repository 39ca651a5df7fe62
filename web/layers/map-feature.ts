import type { ToggledLayer } from './layer-choice.ts'

/** A thing of a switched layer: a camera, a zone, an area, a proposal. */
export interface MapFeature {
  readonly layer: ToggledLayer
  readonly properties: Readonly<Record<string, unknown>>
}
