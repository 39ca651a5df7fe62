import { DomainError } from '../engine/errors.ts'
import type { FeatureRules } from '../layers/index.ts'

/** @param demo whether this is the demo city, which takes no real ground */
export function areaRules({ demo }: { readonly demo: boolean }): FeatureRules<'areas'> {
  return {
    name: 'area',
    read: 'layers.read',
    write: 'layers.write',
    refuseWrite() {
      if (demo)
        throw new DomainError('demo-refused', 'The demo city takes no real areas: start with DEMO=off.')
    },
  }
}
