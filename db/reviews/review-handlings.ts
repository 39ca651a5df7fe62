import type { MultiPolygon, Polygon } from 'geojson'
import {
  type EarlierFiledDocument,
  groundOfEarlier,
  isEarlier,
} from '../../server/reviews/documents/earlier-document.ts'
import { coveredDays, figureLines } from '../../server/reviews/documents/figure-words.ts'
import type { FiledDocument } from '../../server/reviews/documents/filed-document.ts'
import type { DocumentRepository, PublishedDocument } from '../../server/reviews/documents/document-stages.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { PUBLISHED_HANDLINGS_SQL, PUBLISHED_SO_FAR_SQL } from './published-handlings.ts'
import { within } from '../client/statement-class.ts'
import type { HandlingRow } from './review-rows.ts'

type PublishedRow = HandlingRow & { readonly published_at: Date }

/** What handlings have told: read from their own bytes, for nothing else was ever told. */
export function createDocumentReads({ knex }: DatabaseHandle): DocumentRepository {
  return {
    async earlierDocuments() {
      const rows = await knex<HandlingRow>('review_handling').where({ stage: 'locked' }).orderBy('id')
      return rows.flatMap(({ handling, footprint }) => {
        const document = JSON.parse(handling) as FiledDocument | EarlierFiledDocument
        const ground = isEarlier(document)
          ? groundOfEarlier(document, JSON.parse(footprint) as Polygon | MultiPolygon)
          : null
        return ground === null ? [] : [ground]
      })
    },
    async publishedDocuments() {
      const { rows }: { rows: readonly PublishedRow[] } = await knex.raw(PUBLISHED_HANDLINGS_SQL)
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
