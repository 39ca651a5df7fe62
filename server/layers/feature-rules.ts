import type { FeatureKind, FeatureKinds } from '../engine/snapshot/features.ts'
import type { Principal } from '../platform/access/principal.ts'

/** What distinguishes one kind of feature from another: its name, who may change which, and how its ground is kept. */
export interface FeatureRules<K extends FeatureKind> {
  readonly name: string
  /** Refuses a change of a feature that the caller may not change. */
  readonly permitChange?: (principal: Principal, feature: FeatureKinds[K]) => void
  /** A ground of WGS 84 as it is kept, in metres of the city's CRS; left out, it is projected as it is. */
  readonly planarOf?: (geometry: FeatureKinds[K]['geometry']) => FeatureKinds[K]['planar']
}

export type RulesByKind = { readonly [K in FeatureKind]: FeatureRules<K> }

/** The rules of this module's own layers. */
export const LAYER_RULES: Pick<RulesByKind, 'cameras' | 'patrol-zones' | 'focus-areas'> = {
  cameras: { name: 'camera' },
  'patrol-zones': { name: 'patrol zone' },
  'focus-areas': { name: 'focus area' },
}
