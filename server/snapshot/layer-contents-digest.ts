import { canonicalJson, sha256Hex } from '../domain/canonical-json.ts'
import type { FeatureKind } from '../domain/features.ts'
import type { LayerContents } from '../domain/ports.ts'

const KINDS: readonly FeatureKind[] = ['cameras', 'patrol-zones', 'focus-areas', 'areas', 'proposals']

/** What the layers are identified by. */
export interface LayerDigests {
  /** Of everything that a number may rest on: part of the snapshot version. */
  readonly content: string
  /** Of that and the context, which is drawn but never part of a number. */
  readonly all: string
}

/**
 * Digests of the small layers: SHA-256 over the sorted canonical JSON (RFC 8785) of each feature's kind, planar
 * geometry and properties. Ids and revisions are left out, for equal data may have other ids in another database;
 * a source's reference to an area is replaced by the digest of that area.
 */
export function layerDigests(layers: LayerContents): LayerDigests {
  const areaDigests = new Map(layers.areas.map((area) => [area.id, featureDigest('areas', area)]))
  const features = KINDS.flatMap((kind) => layers[kind].map((feature) => featureDigest(kind, feature)))
  const sources = layers.sources.map((source) => {
    const coversArea = source.coversAreaId === null ? null : (areaDigests.get(source.coversAreaId) ?? null)
    return digest({ ...source, ordinal: null, coversAreaId: coversArea })
  })
  const context = layers.context.map((feature) => digest({ ...feature, id: null }))
  const content = digestOfSet([...features, ...sources])
  return { content, all: digest([content, digestOfSet(context)]) }
}

function featureDigest(
  kind: FeatureKind,
  feature: { readonly planar: unknown; readonly properties: unknown },
) {
  return digest([kind, feature.planar, feature.properties])
}

function digest(value: unknown): string {
  return sha256Hex(canonicalJson(value))
}

function digestOfSet(digests: readonly string[]): string {
  return sha256Hex(digests.toSorted().join('\n'))
}
