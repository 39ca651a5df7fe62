import {
  periodText,
  PUBLIC_SCHEMA_VERSION,
  type PublicIndex,
  type ReleasePeriod,
  type ServedRelease,
} from '../releases/index.ts'

/** `index.json`: the published releases and layers. Its links are relative. */
export function publicIndex(
  releases: readonly ServedRelease[],
  layers: PublicIndex['layers'],
  state: Pick<PublicIndex, 'demo' | 'reportUrl' | 'preparing'>,
): PublicIndex {
  return {
    schemaVersion: PUBLIC_SCHEMA_VERSION,
    ...state,
    releases: releases.map(({ key, path, publishedAt }) => ({
      key,
      ...periodText(key as ReleasePeriod),
      publishedAt,
      manifest: `releases/${path}/manifest.json`,
    })),
    layers: [...layers],
  }
}
