import type { Knex } from 'knex'
import { notFound } from '../../server/engine/errors.ts'
import type { ErasedWorkText, WorkTextErasure } from '../../server/operations/erasure.ts'
import { redacted } from '../../server/operations/redacted.ts'

interface ContentRow {
  readonly id: number
  readonly revision: number
  readonly content: unknown
}

/**
 * Takes a text out of an item and of every item of its place that repeats it, such as minutes, in all of their states.
 * Each keeps its place, kind, days and who changed what, and gets a state without the text.
 *
 * @throws DomainError `not-found` for an item that is none, or where nothing holds the text
 */
export async function eraseWorkText(
  trx: Knex.Transaction,
  { itemId, text, at }: WorkTextErasure,
): Promise<ErasedWorkText> {
  const item = await trx('work_item').where({ id: itemId }).first('area_id')
  if (item === undefined) throw notFound('work item', itemId)
  const there = trx('work_item').where({ area_id: item.area_id })
  const earlier: ContentRow[] = await trx('work_item_revision')
    .whereIn('item_id', there.clone().select('id'))
    .select('item_id AS id', 'revision', 'content')
  const now: ContentRow[] = await there.clone().select('id', 'revision', 'content').forUpdate()
  let revisions = 0
  for (const { id, revision, content } of earlier) {
    const left = redacted(content, text)
    if (left === null) continue
    const state = { item_id: id, revision }
    await trx('work_item_revision')
      .where(state)
      .update({ content: JSON.stringify(left) })
    revisions++
  }
  let items = 0
  for (const { id, revision, content } of now) {
    const left = redacted(content, text)
    if (left === null) continue
    const changed = { revision: revision + 1, changed_at: at, changed_by: 'operator', changed_name: null }
    await trx('work_item')
      .where({ id })
      .update({ content: JSON.stringify(left), ...changed })
    items++
  }
  if (items + revisions === 0) throw notFound('text in the work item', itemId)
  return { items, revisions }
}
