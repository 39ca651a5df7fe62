import { sha256Hex } from '../hashes/canonical-json.ts'
import { CATEGORIES } from './categories.ts'
import { FLAGS, PRECISIONS, SETTINGS } from './incident.ts'
import type { Digest } from './incident-digest.ts'

/** Raised when the same data must get another version, because what is computed from it has changed meaning. */
const VERSION_FORMAT = 1

/** The code tables that rows point into. Names in other languages may change without a new version. */
const CODE_TABLES = JSON.stringify([
  CATEGORIES.map(({ code, group, sensitive }) => [code, group, sensitive]),
  FLAGS,
  SETTINGS,
  PRECISIONS,
])

/** Everything that a snapshot's numbers rest on. */
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
