import type { MultiPolygon, Polygon } from 'geojson'
import { figuresOfHandling } from '../../server/reviews/handlings/handling-figures.ts'
import { handlingLines } from '../../server/reviews/handlings/handling-lines.ts'
import type { Handling } from '../../server/reviews/handlings/handling-document.ts'
import type { HandlingRepository, PublishedHandling } from '../../server/reviews/handlings/handling.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { PUBLISHED_HANDLINGS_SQL, PUBLISHED_SO_FAR_SQL } from './published-handlings.ts'
import { within } from '../client/statement-class.ts'
import type { HandlingRow } from './review-rows.ts'

type PublishedRow = HandlingRow & { readonly published_at: Date }

/** What handlings have told: read from their own bytes, for nothing else was ever told. */
export function createHandlingReads({ knex }: DatabaseHandle): HandlingRepository {
  return {
    async publishedReviewFigures() {
      const rows = await knex<HandlingRow>('review_handling').where({ stage: 'locked' }).orderBy('id')
      return rows.flatMap(figuresOf)
    },
    async publishedHandlings() {
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

function figuresOf(row: HandlingRow) {
  return figuresOfHandling(
    JSON.parse(row.handling) as Handling,
    JSON.parse(row.footprint) as Polygon | MultiPolygon,
  )
}

function publishedOf(row: PublishedRow): PublishedHandling {
  const handling = JSON.parse(row.handling) as Handling
  const { decided, title, caseNumber, from, to } = handling
  if (decided === null) throw new TypeError(`Handling ${row.id} is published without a decision.`)
  return {
    id: row.review_id,
    title,
    caseNumber,
    decision: decided.decision,
    conditions: decided.conditions,
    decidedAt: decided.at,
    publishedAt: row.published_at.toISOString(),
    footprint: JSON.parse(row.footprint) as Polygon | MultiPolygon,
    from,
    to,
    lines: handlingLines(handling),
  }
}
