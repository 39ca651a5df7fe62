import { isPremises } from '../../engine/disclosure/sheltered.ts'
import { canonicalJson, sha256Hex } from '../../engine/hashes/canonical-json.ts'
import type { ContextFeature } from '../../engine/snapshot/features.ts'

/** A digest of the premises of which only areas tell: it changes when one opens, moves or closes, wherever in the city. */
export function premisesDigest(context: readonly Pick<ContextFeature, 'kind' | 'planar'>[]): string {
  const premises = context
    .filter(({ kind }) => isPremises(kind))
    .map(({ kind, planar }) => canonicalJson({ kind, planar }))
  return sha256Hex(premises.sort().join('\n'))
}
