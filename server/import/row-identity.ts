import { contentHash } from '../engine/hashes/content-hash.ts'
import type { IncidentContent } from '../engine/snapshot/incident.ts'
import { createOrdinalCounter } from './ordinal-counter.ts'
import { MADE } from '../formats/columns/external-id.ts'
import type { StagedIncident } from './repository.ts'

/** Gives a row its identity and hash; `externalId` of the content is that of the source, or empty for none. */
export type Identify = (content: IncidentContent, line: number, original: string) => StagedIncident

/**
 * A row without an id of its own is identified by its content and by its ordinal among the equal rows of the file:
 * the same file twice gives the same identities, and three equal rows stay three.
 *
 * One identifier serves one file.
 */
export function createIdentifier(): Identify {
  const ordinalOf = createOrdinalCounter()
  return (content, line, original) => {
    const hash = contentHash(content)
    if (content.externalId !== '') return staged(content, content.externalId, hash, line, original)
    const externalId = madeId(hash, ordinalOf(hash))
    return staged(content, externalId, contentHash({ ...content, externalId }), line, original)
  }
}

function madeId(hash: bigint, ordinal: number): string {
  return `${MADE}${BigInt.asUintN(64, hash).toString(16).padStart(16, '0')}:${ordinal}`
}

/** Field by field, for a spread in this place costs a fifth of the whole reading. */
function staged(
  content: IncidentContent,
  externalId: string,
  hash: bigint,
  line: number,
  original: string,
): StagedIncident {
  return {
    sourceId: content.sourceId,
    externalId,
    xCm: content.xCm,
    yCm: content.yCm,
    fromMinute: content.fromMinute,
    toMinute: content.toMinute,
    reportedMinute: content.reportedMinute,
    categoryIndex: content.categoryIndex,
    flags: content.flags,
    settingCode: content.settingCode,
    precisionCode: content.precisionCode,
    weight: content.weight,
    text: content.text,
    contentHash: hash,
    line,
    original,
  }
}
