import type { LayerHistory } from '../platform/feed/repository.ts'
import type {
  ContextFeature,
  ContextKind,
  FeatureKind,
  FeatureKinds,
  LayerContents,
  PlanarFeature,
} from '../engine/snapshot/features.ts'

/** One state of a feature. */
export interface FeatureState<K extends FeatureKind> {
  readonly feature: PlanarFeature<K>
  /** When it came to be; null where nobody recorded it. */
  readonly at: string | null
  /** The name of the account that made it; null where nobody recorded it. */
  readonly name: string | null
  /** The file that it came with; null for a single change. */
  readonly fileName: string | null
}

/** The small layers: read whole, written one feature at a time with optimistic locking. */
export interface FeatureRepository extends LayerHistory {
  readAll(): Promise<LayerContents>
  /** The areas alone, by ascending id: the context, which is most of what `readAll` reads, stays where it is. */
  readAreas(): Promise<readonly PlanarFeature<'areas'>[]>
  /** @param createdBy who records it; kept of proposals */
  insert<K extends FeatureKind>(
    kind: K,
    feature: Pick<FeatureKinds[K], 'planar' | 'properties'>,
    createdBy?: string | null,
  ): Promise<PlanarFeature<K>>
  insertMany<K extends FeatureKind>(
    kind: K,
    features: readonly Pick<FeatureKinds[K], 'planar' | 'properties'>[],
  ): Promise<number>
  /** Fails with `not-found`, or `precondition-failed` when the stored revision is another. */
  update<K extends FeatureKind>(
    kind: K,
    id: number,
    revision: number,
    feature: Pick<FeatureKinds[K], 'planar' | 'properties'>,
  ): Promise<PlanarFeature<K>>
  remove(kind: FeatureKind, id: number, revision: number | null): Promise<void>
  /**
   * Every state of a feature that is there, the newest first.
   *
   * @param subject what the audit log calls the feature: `camera/5`
   */
  states<K extends FeatureKind>(
    kind: K,
    id: number,
    subject: string,
    limit: number,
  ): Promise<readonly FeatureState<K>[]>
  /** Puts features in the place of the whole context, or of one kind of it. */
  replaceContext(features: readonly Omit<ContextFeature, 'id'>[], kind?: ContextKind): Promise<number>
}
