import type { SourceId } from './mix.ts'

/** The demo's sources in a fixed order: the index is what drawn incidents carry. */
export const SOURCE_IDS: readonly SourceId[] = ['polisen', 'felanmalan', 'ordningsvakt']
