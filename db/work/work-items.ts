import type { Knex } from 'knex'
import { DomainError, notFound } from '../../server/engine/errors.ts'
import type { WorkFilter, WorkRepository, WorkWrite } from '../../server/work/repository.ts'
import type { WorkItem, WorkItemChange, WorkRevision, WorkStep } from '../../server/work/work-item.ts'
import type { DatabaseHandle } from '../client/handle.ts'
import { refusing } from '../client/refusal.ts'

interface RevisionRow {
  readonly audience: WorkItem['audience']
  readonly state: string
  readonly due_on: string | null
  readonly content: unknown
  readonly revision: number
  readonly changed_at: Date
  readonly changed_by: string
  readonly changed_name: string | null
}

interface ItemRow extends RevisionRow {
  readonly id: number
  readonly kind: WorkItem['kind']
  readonly area_id: number
  readonly part_of: number | null
  readonly draft_of: number | null
  readonly created_at: Date
}

const REVISION_COLUMNS = [
  'audience',
  'state',
  'content',
  'revision',
  'changed_at',
  'changed_by',
  'changed_name',
]
const ITEM_COLUMNS = [...REVISION_COLUMNS, 'id', 'kind', 'area_id', 'part_of', 'draft_of', 'created_at']
/** As text, so that no driver's time zone shifts the day. */
const DUE_ON = 'due_on::text AS due_on'

/** Work items of places, with optimistic locking; the database keeps each state. */
export function createWorkRepository({ knex }: DatabaseHandle): WorkRepository {
  const items = () => knex<ItemRow>('work_item').select(...ITEM_COLUMNS, knex.raw(DUE_ON))
  return {
    async find(kind, id, draftsOf) {
      const row = (await readable(items().where({ kind, id }), draftsOf).first()) as ItemRow | undefined
      return row === undefined ? null : itemOf(row)
    },
    async list(filter, limit) {
      const rows = (await filtered(items(), filter)
        .orderByRaw('work_item.due_on NULLS LAST, id')
        .limit(limit)) as ItemRow[]
      return rows.map(itemOf)
    },
    async history(id) {
      const rows = await knex('work_item_revision')
        .select(...REVISION_COLUMNS, knex.raw(DUE_ON))
        .where({ item_id: id })
        .orderBy('revision')
      return (rows as RevisionRow[]).map(revisionOf)
    },
    write: (writes, step) =>
      refusing(() =>
        knex.transaction(async (trx) => {
          const stored: WorkItem[] = []
          for (const write of writes) stored.push(await writeOne(trx, write, step))
          return stored
        }),
      ),
  }
}

function filtered(
  query: Knex.QueryBuilder,
  { kind, areaIds, states, partOf, audience, draftsOf }: WorkFilter,
): Knex.QueryBuilder {
  readable(query.where({ kind }), draftsOf)
  if (areaIds !== undefined) query.whereIn('area_id', areaIds)
  if (states !== undefined) query.whereIn('state', states)
  if (partOf !== undefined) query.where({ part_of: partOf })
  if (audience !== undefined) query.where({ audience })
  return query
}

/** The only statement that decides about drafts: those of one organisation, or none. */
function readable(query: Knex.QueryBuilder, draftsOf: number | undefined): Knex.QueryBuilder {
  return query.where((conditions) => {
    conditions.whereNull('draft_of')
    if (draftsOf !== undefined) conditions.orWhere({ draft_of: draftsOf })
  })
}

async function writeOne(trx: Knex.Transaction, write: WorkWrite, step: WorkStep): Promise<WorkItem> {
  const returned = [...ITEM_COLUMNS, trx.raw(DUE_ON)] as string[]
  if ('insert' in write) {
    const { kind, areaId, partOf, draftOf = null } = write.insert
    const placed = { kind, area_id: areaId, part_of: partOf, draft_of: draftOf, created_at: step.at }
    const sent = { sent_id: write.insert.sentId ?? null }
    const [row] = await trx('work_item')
      .insert({ ...placed, ...sent, ...changeColumns(write.insert, step) })
      .onConflict('sent_id')
      .ignore()
      .returning(returned)
    return itemOf((row ?? (await trx('work_item').select(returned).where(sent).first())) as ItemRow)
  }
  const { id, revision, change } = write
  const [row] = await trx('work_item')
    .where({ id, revision })
    .update({
      ...changeColumns(change, step),
      ...(change.handIn === true && { draft_of: null }),
      revision: revision + 1,
    })
    .returning(returned)
  if (row === undefined) throw await whyNot(trx, id)
  return itemOf(row as ItemRow)
}

/** Why no row matched: it is missing, or of another revision. */
async function whyNot(trx: Knex.Transaction, id: number): Promise<DomainError> {
  const current = await trx('work_item').where({ id }).first('revision', 'changed_name')
  if (current === undefined) return notFound('work item', id)
  const who = current.changed_name === null ? '' : ` by ${current.changed_name}`
  return new DomainError(
    'precondition-failed',
    `It was changed meanwhile${who}: the revision is now ${current.revision}.`,
  )
}

function changeColumns({ audience, state, dueOn, content }: Omit<WorkItemChange, 'handIn'>, step: WorkStep) {
  return {
    audience,
    state,
    due_on: dueOn,
    content: JSON.stringify(content),
    changed_at: step.at,
    changed_by: step.by,
    changed_name: step.name,
  }
}

function itemOf(row: ItemRow): WorkItem {
  const { id, kind, area_id, part_of, draft_of, created_at } = row
  const createdAt = created_at.toISOString()
  const placed = { areaId: area_id, partOf: part_of, draftOf: draft_of }
  return { id, kind, ...placed, createdAt, ...revisionOf(row) }
}

function revisionOf(row: RevisionRow): WorkRevision {
  const { audience, state, due_on, content, revision, changed_at, changed_by, changed_name } = row
  const changed = { at: changed_at.toISOString(), by: changed_by, name: changed_name }
  return { audience, state, dueOn: due_on, content, revision, changed }
}
