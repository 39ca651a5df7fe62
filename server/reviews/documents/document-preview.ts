import type { Evidence } from '../../checks/index.ts'
import type { ReviewCase } from '../review-case.ts'
import type { StoredDocument, StoredEvidence } from '../review.ts'
import type { DocumentMaker } from './document-maker.ts'
import { type FiledDocument, extendedDocument } from './filed-document.ts'
import { isEarlier, type EarlierFiledDocument } from './earlier-document.ts'
import { type RepeatedNumber, repeatedNumbers, writtenTexts } from './repeated-numbers.ts'

/** A public document as it would be filed now, with notices for its author. */
export interface DocumentPreview {
  readonly document: FiledDocument | EarlierFiledDocument
  /** Whether it has any figures; it has none before the first release. */
  readonly hasFigures: boolean
  /** Keys of the releases that its figures are taken from. */
  readonly releases: readonly string[]
  /** Names of the places whose figures it gives. */
  readonly places: readonly string[]
  /** Numbers in the author's texts that are exact figures of the evidence; empty for a reader who may not compare. */
  readonly repeated: readonly RepeatedNumber[]
}

/** Before the lock there is neither a hash nor a claim to name. */
const NO_MARK = { sha256: '', statute: '', authority: '' }

/**
 * The document of a review as it would be filed.
 *
 * @param filed what is filed already; null before the lock
 * @param mayCompare whether the reader may see the evidence's numbers
 */
export async function documentPreview(
  documents: DocumentMaker,
  review: ReviewCase,
  { stored, filed }: { readonly stored: StoredEvidence | null; readonly filed: StoredDocument | null },
  mayCompare: boolean,
  now: string,
): Promise<DocumentPreview | null> {
  const document = await current(documents, review, { stored, filed }, now)
  if (document === null) return null
  const { figures, places = [] } = isEarlier(document) ? { figures: null } : document
  return {
    document,
    hasFigures: figures !== null || places.length > 0,
    releases: figures?.releases.map(({ key }) => key) ?? [],
    places: places.map(({ name }) => name),
    repeated:
      mayCompare && stored !== null
        ? repeatedNumbers(
            writtenTexts({ ...review, title: document.title }),
            JSON.parse(stored.evidence) as Evidence,
          )
        : [],
  }
}

async function current(
  documents: DocumentMaker,
  review: ReviewCase,
  { stored, filed }: { readonly stored: StoredEvidence | null; readonly filed: StoredDocument | null },
  now: string,
): Promise<FiledDocument | EarlierFiledDocument | null> {
  if (filed !== null) {
    const document = JSON.parse(filed.text) as FiledDocument | EarlierFiledDocument
    const { assessment } = review.weighing
    return extendedDocument(isEarlier(document) ? document : { ...document, assessment }, review)
  }
  return stored === null
    ? null
    : (
        await documents.make(
          review,
          stored,
          review.annex === null ? NO_MARK : { ...NO_MARK, ...review.annex },
          now,
        )
      ).document
}
