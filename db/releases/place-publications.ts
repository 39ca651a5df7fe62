import type { Knex } from 'knex'
import { DomainError } from '../../server/engine/errors.ts'
import type { PlacePublication, PlacePublications } from '../../server/releases/place-publication.ts'
import { refusing } from '../client/refusal.ts'
import { within } from '../client/statement-class.ts'
import { stepColumns } from './release-rows.ts'
import { logDisclosure } from './disclosure-log.ts'

interface Row {
  readonly place_id: number
  readonly board: string
  readonly decided_on: string
  readonly section: number
  readonly published_by: string
  readonly published_name: string | null
  readonly published_at: Date
}

/** The places whose figures are public: by whose decision, and until when. */
export function createPlacePublications(knex: Knex): PlacePublications {
  return {
    async publicPlaces() {
      const columns = [
        'place_id',
        'board',
        knex.raw('decided_on::text AS decided_on'),
        'section',
        'published_by',
        'published_name',
        'published_at',
      ]
      const query = knex('place_publication').select(columns).whereNull('withdrawn_at').orderBy('place_id')
      return ((await within('quick', query)) as Row[]).map(fromRow)
    },
    publishPlace: ({ placeId, board, published }, disclosures) =>
      refusing(() =>
        knex.transaction(async (transaction) => {
          await logDisclosure(transaction, disclosures)
          const known = await transaction('place_publication')
            .where({ place_id: placeId })
            .whereNull('withdrawn_at')
            .first('id')
          if (known !== undefined)
            throw new DomainError('conflict', `The figures of place ${placeId} are public.`)
          await transaction('place_publication').insert({
            place_id: placeId,
            board: board.name,
            decided_on: board.decidedOn,
            section: board.section,
            ...stepColumns('published', published),
          })
        }),
      ),
    withdrawPlace: (placeId, step) =>
      refusing(async () => {
        const change = { ...stepColumns('withdrawn', step), withdrawn_reason: step.reason }
        const ended = await knex('place_publication')
          .where({ place_id: placeId })
          .whereNull('withdrawn_at')
          .update(change)
        if (ended === 0) throw new DomainError('conflict', `The figures of place ${placeId} are not public.`)
      }),
  }
}

function fromRow(row: Row): PlacePublication {
  const { place_id, board, decided_on, section, published_by, published_name, published_at } = row
  return {
    placeId: place_id,
    board: { name: board, decidedOn: decided_on, section },
    published: { by: published_by, name: published_name, at: published_at.toISOString() },
  }
}
