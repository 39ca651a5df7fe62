import type { MultiPolygon, Polygon } from 'geojson'
import {
  type EarlierFiledDocument,
  surroundingsOfEarlier,
  isEarlier,
} from '../../server/reviews/documents/earlier-document.ts'
import { coveredDays, figureLines } from '../../server/reviews/documents/figure-text.ts'
import type { FiledDocument } from '../../server/reviews/documents/filed-document.ts'
import type { DocumentRepository, PublishedDocument } from '../../server/reviews/documents/document-stages.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { PUBLISHED_DOCUMENTS_SQL, PUBLISHED_SO_FAR_SQL } from './published-documents.ts'
import { within } from '../client/statement-class.ts'
import type { DocumentRow } from './review-rows.ts'

type PublishedRow = DocumentRow & { readonly published_at: Date }

/** The contents of public documents, read from their stored bytes. */
export function createDocumentReads({ knex }: DatabaseHandle): DocumentRepository {
  return {
    async earlierDocuments() {
      const rows = await knex<DocumentRow>('review_handling').where({ stage: 'locked' }).orderBy('id')
      return rows.flatMap(({ handling: publicDocument, footprint }) => {
        const document = JSON.parse(publicDocument) as FiledDocument | EarlierFiledDocument
        const base = isEarlier(document)
          ? surroundingsOfEarlier(document, JSON.parse(footprint) as Polygon | MultiPolygon)
          : null
        return base === null ? [] : [base]
      })
    },
    async publishedDocuments() {
      const { rows }: { rows: readonly PublishedRow[] } = await knex.raw(PUBLISHED_DOCUMENTS_SQL)
      return rows.map(publishedOf)
    },
    async publishedSoFar() {
      const { rows }: { rows: readonly { mark: string }[] } = await within(
        'quick',
        knex.raw(PUBLISHED_SO_FAR_SQL),
      )
      return rows[0]!.mark
    },
  }
}

function publishedOf(row: PublishedRow): PublishedDocument {
  const document = JSON.parse(row.handling) as FiledDocument | EarlierFiledDocument
  const { decided, title, caseNumber } = document
  if (decided === null) throw new TypeError(`FiledDocument ${row.id} is published without a decision.`)
  return {
    id: row.review_id,
    title,
    caseNumber,
    decision: decided.decision,
    conditions: decided.conditions,
    decidedAt: decided.at,
    publishedAt: row.published_at.toISOString(),
    footprint: JSON.parse(row.footprint) as Polygon | MultiPolygon,
    ...(isEarlier(document) ? { from: document.from, to: document.to } : coveredDays(document)),
    lines: isEarlier(document) ? [] : figureLines(document.figures),
  }
}
