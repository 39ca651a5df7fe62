import {
  periodText,
  PUBLIC_SCHEMA_VERSION,
  type PublicIndex,
  type ReleasePeriod,
  type ServedRelease,
} from '../releases/index.ts'

/** `index.json`: what is published now. Its links are relative to itself. */
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
