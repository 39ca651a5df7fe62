import { createHash } from 'node:crypto'
import { canonicalJson } from '../engine/hashes/canonical-json.ts'
import { externalIdOf, MADE } from '../formats/columns/external-id.ts'
import type { SourceRow } from '../formats/source-row.ts'
import type { FileFeature, RejectedFeature } from './layer-file.ts'

const MAX_ID_LENGTH = 400

/** The rows of a file by what they are known by. */
export interface IdentifiedFeatures {
  readonly features: readonly FileFeature[]
  readonly repeated: number
  readonly conflicts: readonly RejectedFeature[]
  readonly conflictingKeys: readonly string[]
}

/** The id that a row has of its own; null for none. */
export function createIdReader(
  idColumns: readonly string[],
  columns: readonly string[],
): (row: Pick<SourceRow, 'fields'>) => string | null {
  const at = idColumns.map((name) => columns.indexOf(name))
  return ({ fields }) => {
    const id = externalIdOf(fields, at)
    return id === null || id.length <= MAX_ID_LENGTH ? id : `${MADE}${sha256(id)}`
  }
}

/** A row with its identity: its own id, or the digest of what it says. */
export function identified(row: Omit<FileFeature, 'key' | 'contentHash'>, id: string | null): FileFeature {
  const contentHash = sha256(`${canonicalJson(row.properties)}${row.planar}`)
  return { ...row, contentHash, key: id ?? `${MADE}${contentHash}` }
}

/** Rows that say the same count once; an id that comes again with other content says nothing of which is right. */
export function withoutRepeatedKeys(
  rows: readonly FileFeature[],
  idColumn: string | null,
): IdentifiedFeatures {
  const firsts = new Map<string, FileFeature>()
  const conflicting = new Map<string, FileFeature>()
  const repeats: FileFeature[] = []
  for (const row of rows) {
    const first = firsts.get(row.key)
    if (first === undefined) firsts.set(row.key, row)
    else {
      repeats.push(row)
      if (first.contentHash !== row.contentHash) conflicting.set(row.key, first)
    }
  }
  const conflicts = rows
    .filter(({ key }) => conflicting.has(key))
    .map(({ line, key }): RejectedFeature => {
      const detail = `${key}: this id stands on several rows with different content, first on line ${conflicting.get(key)!.line}`
      return { line, column: idColumn, reason: 'conflicting-id', detail }
    })
  return {
    features: [...firsts.values()].filter(({ key }) => !conflicting.has(key)),
    repeated: repeats.filter(({ key }) => !conflicting.has(key)).length,
    conflicts,
    conflictingKeys: [...conflicting.keys()],
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
