import type { FeatureKind, FeatureKinds } from '../engine/snapshot/features.ts'
import type { Caller } from '../platform/access/caller.ts'
import type { Right } from '../platform/access/rights.ts'

/** What distinguishes one kind of feature from another: its name, who may do what, and how its ground is kept. */
export interface FeatureRules<K extends FeatureKind> {
  readonly name: string
  readonly read: Right
  readonly write: Right
  /** Refuses writes that the city does not take. */
  readonly refuseWrite?: () => void
  /** Refuses a change of a feature that the caller may not change. */
  readonly permitChange?: (caller: Caller, feature: FeatureKinds[K]) => void
  /** A ground of WGS 84 as it is kept, in metres of the city's CRS; left out, it is projected as it is. */
  readonly planarOf?: (geometry: FeatureKinds[K]['geometry']) => FeatureKinds[K]['planar']
}

export type RulesByKind = { readonly [K in FeatureKind]: FeatureRules<K> }

const LAYER = { read: 'layers.read', write: 'layers.write' } as const

/** The rules of this module's own layers. */
export const LAYER_RULES: Pick<RulesByKind, 'cameras' | 'patrol-zones' | 'focus-areas'> = {
  cameras: { ...LAYER, name: 'camera' },
  'patrol-zones': { ...LAYER, name: 'patrol zone' },
  'focus-areas': { ...LAYER, name: 'focus area' },
}
