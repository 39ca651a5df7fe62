import type { LayerSnapshot, Snapshot } from '../engine/snapshot/types.ts'

/** Layers that a good map of a city needs, and may lack. */
export const MISSING = ['base-map', 'study-area', 'water', 'districts', 'base-areas', 'incidents'] as const
export type Missing = (typeof MISSING)[number]

/** The layers that a snapshot lacks, in the order of `MISSING`. @param hasBaseMap whether there is a base map */
export function missingOf(
  { layers, incidents }: Pick<Snapshot, 'layers' | 'incidents'>,
  hasBaseMap: boolean,
): readonly Missing[] {
  const kinds = areaKinds(layers)
  const has: Readonly<Record<Missing, boolean>> = {
    'base-map': hasBaseMap,
    'study-area': kinds.has('study'),
    water: kinds.has('water'),
    districts: kinds.has('district'),
    'base-areas': kinds.has('base'),
    incidents: incidents > 0,
  }
  return MISSING.filter((what) => !has[what])
}

/** Kinds of valid areas; a study area derived from the incidents does not count. */
function areaKinds(layers: LayerSnapshot): ReadonlySet<string> {
  return new Set(
    layers
      .features('areas')
      .filter(({ properties }) => properties.validTo === null && !properties.derived)
      .map(({ properties }) => properties.kind),
  )
}
