import { sha256Hex } from '../hashes/canonical-json.ts'
import { CATEGORIES } from './categories.ts'
import { FLAGS, PRECISIONS, SETTINGS } from './incident.ts'
import type { Digest } from './incident-digest.ts'

/** Raised when equal data must get a new version, because the meaning of computed figures has changed. */
const VERSION_FORMAT = 1

/** The code tables that rows point into. Names in other languages may change without a new version. */
const CODE_TABLES = JSON.stringify([
  CATEGORIES.map(({ code, group, sensitive }) => [code, group, sensitive]),
  FLAGS,
  SETTINGS,
  PRECISIONS,
])

/** Everything that the figures of a snapshot depend on. */
export interface VersionParts {
  readonly incidents: Digest
  /** `content` of the layer digests. */
  readonly layers: string
  readonly srid: number
  readonly timezone: string
}

/**
 * The snapshot version: 32 hex digits, equal in every process and on both databases for equal data, whatever the
 * order in which it arrived.
 */
export function snapshotVersion({ incidents, layers, srid, timezone }: VersionParts): string {
  const parts = [VERSION_FORMAT, CODE_TABLES, incidents, layers, srid, timezone]
  return sha256Hex(JSON.stringify(parts)).slice(0, 32)
}
