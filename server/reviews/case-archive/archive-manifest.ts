import { createHash } from 'node:crypto'
import type { Evidence } from '../../checks/index.ts'
import type { FileToPack } from '../../platform/archives/write-zip.ts'
import { API_VERSION } from '../../platform/http/openapi.ts'
import type { StoredDocument } from '../review.ts'
import type { ReviewWithEvidence } from '../review-service.ts'

/** A file of an archive with its media type. */
export interface ArchivedFile extends FileToPack {
  readonly mediaType: string
}

/** The case that an archive is of. */
export interface ArchivedCase extends ReviewWithEvidence {
  readonly document: StoredDocument
}

/**
 * `MANIFEST.json`: each file with its size and SHA-256, and what the case rests on.
 *
 * @param stateAt ISO instant of the last dated change of the case
 */
export function manifestOf(
  { review, evidence, evidenceErased, seal, document }: ArchivedCase,
  files: readonly ArchivedFile[],
  stateAt: string,
): string {
  const computed = evidence === null ? null : (JSON.parse(evidence.evidence) as Evidence)
  const manifest = {
    reviewId: review.id,
    revision: review.revision,
    state: review.state,
    stateAt,
    caseNumber: review.caseNumber,
    sealedSha256: seal?.sha256 ?? null,
    documentSha256: document.sha256,
    documentStage: document.stage,
    evidenceErased,
    evidenceSha256: evidence?.sha256 ?? null,
    computedAt: evidence?.computedAt ?? null,
    dataVersion: computed?.provenance.snapshotVersion ?? null,
    method: computed?.method ?? null,
    software: { name: 'Lägesbild', apiVersion: API_VERSION },
    files: files.map(({ name, bytes, mediaType }) => ({
      name,
      mediaType,
      bytes: bytes.length,
      sha256: sha256(bytes),
    })),
  }
  return `${JSON.stringify(manifest, null, 2)}\n`
}

/** `SHA256SUMS` as `sha256sum -c` reads it: a line a file. */
export function checksumsOf(files: readonly FileToPack[]): string {
  return files.map(({ name, bytes }) => `${sha256(bytes)}  ${name}\n`).join('')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
