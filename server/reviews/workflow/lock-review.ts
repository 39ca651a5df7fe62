import { randomBytes } from 'node:crypto'
import { canonicalJson, sha256Hex } from '../../engine/hashes/canonical-json.ts'
import { DomainError } from '../../engine/errors.ts'
import type { DocumentCore, Surroundings } from '../documents/filed-document.ts'
import type { DocumentMaker } from '../documents/document-maker.ts'
import { SALT_BYTES, sealedSha256 } from '../review-seal.ts'
import type { ReviewCase } from '../review-case.ts'
import type { AnnexClaim, ReviewAttachments, StoredEvidence } from '../review.ts'

/**
 * The parts that a lock adds to a review: the seal of its evidence, now the secret annex, and the public document.
 *
 * @param lockedAt ISO instant
 * @throws DomainError `conflict` when the evidence predates public documents and must be recomputed
 */
export async function lockedParts(
  documents: DocumentMaker,
  review: Pick<ReviewCase, 'id' | 'proposalId' | 'caseNumber' | 'weighing' | 'checklist'>,
  stored: StoredEvidence | null,
  annex: AnnexClaim,
  lockedAt: string,
): Promise<ReviewAttachments> {
  if (stored === null) throw new DomainError('conflict', 'The review has no evidence; compute it first.')
  const salt = randomBytes(SALT_BYTES).toString('hex')
  const seal = { version: stored.version, salt, sha256: sealedSha256(salt, stored.evidence) }
  const mark = { ...annex, sha256: seal.sha256 }
  const { document, footprint } = await documents.make(review, stored, mark, lockedAt)
  return { seal, publicDocument: storable(document, footprint) }
}

/** A document with its hash, as stored. */
export function storable(
  document: DocumentCore,
  footprint: Surroundings['footprint'] | string,
): NonNullable<ReviewAttachments['publicDocument']> {
  const text = canonicalJson(document)
  return {
    stage: document.stage,
    text,
    sha256: sha256Hex(text),
    footprint: typeof footprint === 'string' ? footprint : JSON.stringify(footprint),
  }
}
