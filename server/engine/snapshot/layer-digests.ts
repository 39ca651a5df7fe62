import { canonicalJson, sha256Hex } from '../hashes/canonical-json.ts'
import type { ContextFeature, LayerContents } from './features.ts'

/*
 * Digests leave ids and revisions out, for equal data may have other ids in another database, and do not depend on
 * the order of features.
 */

/** Digest of a feature: SHA-256 of the canonical JSON (RFC 8785) of its kind, planar geometry and properties. */
export function featureDigest(
  kind: string,
  feature: { readonly planar: unknown; readonly properties: unknown },
): string {
  return digest([kind, feature.planar, feature.properties])
}

/**
 * Digest of all sources. A source's reference to an area is replaced by the digest of that area.
 *
 * @param areaDigests by the area's id
 */
export function sourcesDigest(
  sources: LayerContents['sources'],
  areaDigests: ReadonlyMap<number, string>,
): string {
  const digests = sources.map((source) => {
    const coversArea = source.coversAreaId === null ? null : (areaDigests.get(source.coversAreaId) ?? null)
    const { register, boards, citable, ...rest } = { ...source, ordinal: null, coversAreaId: coversArea }
    // Defaults are left out, so that versions from before sources had these stay the same.
    return digest({
      ...rest,
      ...(register !== 'other' && { register }),
      ...(boards !== null && { boards }),
      ...(!citable && { citable }),
    })
  })
  return digestOfSet(digests)
}

/** Digest of the context. */
export function contextDigest(context: readonly ContextFeature[]): string {
  return digestOfSet(context.map((feature) => digest({ ...feature, id: null })))
}

/** Digest of some digests, whatever their order. */
export function digestOfSet(digests: readonly string[]): string {
  return sha256Hex(digests.toSorted().join('\n'))
}

function digest(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}
