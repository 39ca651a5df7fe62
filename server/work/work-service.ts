import { DomainError, notFound } from '../engine/errors.ts'
import { actorReference, type Principal } from '../platform/access/principal.ts'
import type { Clock } from '../platform/clock.ts'
import type { WorkFilter, WorkRepository } from './repository.ts'
import { mayReadWork, type PlacesWithin, workedAreas } from './work-access.ts'
import type { NewWorkItem, WorkItem, WorkItemChange, WorkKind, WorkRevision, WorkStep } from './work-item.ts'

/** The service of work items, which alone decides what a principal may read and write. */
export interface WorkService {
  /** @throws DomainError `not-found`, worded alike for a missing item and one that the principal may not read */
  find(principal: Principal, kind: WorkKind, id: number): Promise<WorkItem>
  /** The items that the principal may read, by due day, then by id. */
  list(principal: Principal, filter: WorkFilter): Promise<readonly WorkItem[]>
  /** Every state of an item that the principal may read, the first one first. @throws DomainError as `find` */
  history(principal: Principal, kind: WorkKind, id: number): Promise<readonly WorkRevision[]>
  /** @throws DomainError `conflict` for a place of others, `forbidden`, `precondition-failed` */
  write(principal: Principal, writes: readonly OwnWrite[]): Promise<readonly WorkItem[]>
}

/** A new item, or a change of an item that the principal may read. */
export type OwnWrite =
  | { readonly insert: NewWorkItem }
  | { readonly of: WorkItem; readonly revision: number; readonly change: WorkItemChange }

interface Deps {
  readonly repository: WorkRepository
  readonly clock: Clock
  /** Whether an area is a place or a district, which work items may have. */
  readonly isWorkedArea: (id: number) => boolean
  readonly within: PlacesWithin
}

/** Maximum of items in a response: an area has tens, a city thousands. */
const MAX_ITEMS = 2000

/** Creates the service of work items. */
export function createWorkService({ repository, clock, isWorkedArea, within }: Deps): WorkService {
  async function find(principal: Principal, kind: WorkKind, id: number): Promise<WorkItem> {
    const { audience } = principal
    const item = await repository.find(kind, id, draftsReadBy(principal))
    if (item === null || !mayReadWork(audience, item, workedAreas(audience, within))) throw notFound(kind, id)
    return item
  }
  return {
    find,
    async list(principal, filter) {
      const { audience } = principal
      const own = workedAreas(audience, within)
      const draftsOf = draftsReadBy(principal)
      const limited = {
        ...filter,
        ...(draftsOf !== undefined && { draftsOf }),
        ...(own !== null && { areaIds: ownAreas(own, filter) }),
      }
      const items = await repository.list(limited, MAX_ITEMS + 1)
      if (items.length > MAX_ITEMS)
        throw new DomainError('unprocessable', `More than ${MAX_ITEMS} of these; ask for one area.`)
      return items.filter((item) => mayReadWork(audience, item, own))
    },
    async history(principal, kind, id) {
      await find(principal, kind, id)
      return repository.history(id)
    },
    async write(principal, writes) {
      const own = workedAreas(principal.audience, within)
      for (const write of writes) {
        if ('insert' in write && !isWorkedArea(write.insert.areaId)) throw noSuchArea(write.insert.areaId)
        requireOwn(principal, 'of' in write ? { ...write.of, ...write.change } : write.insert, own)
      }
      const stored = writes.map((write) =>
        'of' in write ? { id: write.of.id, revision: write.revision, change: write.change } : write,
      )
      const items = await repository.write(stored, stepOf(principal, clock))
      for (const [k, write] of writes.entries())
        if ('insert' in write && !isOf(items[k]!, write.insert)) throw sentBefore(write.insert.sentId)
      return items
    },
  }
}

/** Whether a stored item may be what was sent: one that was sent before is of the same place and kind. */
function isOf({ kind, areaId }: WorkItem, insert: NewWorkItem): boolean {
  return kind === insert.kind && areaId === insert.areaId
}

function sentBefore(value: string | null | undefined): DomainError {
  const rule = 'was used for something else'
  return new DomainError('conflict', `sentId: ${rule}`, { problems: [{ field: 'sentId', value, rule }] })
}

/**
 * The organisation whose drafts a principal reads: that of a party's account. Staff, keys and the operator read no
 * draft.
 */
function draftsReadBy({ audience, actor }: Principal): number | undefined {
  if (audience.role !== 'partner' || actor.kind !== 'account') return undefined
  return actor.organisationId ?? undefined
}

function ownAreas(own: ReadonlySet<number>, { areaIds }: WorkFilter): readonly number[] {
  return areaIds === undefined ? [...own] : areaIds.filter((id) => own.has(id))
}

/** @throws DomainError `conflict` for a place of others, `forbidden` for what only authorities may write */
function requireOwn(
  principal: Principal,
  item: Pick<NewWorkItem, 'areaId' | 'audience' | 'draftOf'>,
  own: ReadonlySet<number> | null,
): void {
  const { areaId, draftOf = null } = item
  if (draftOf !== null && draftOf !== draftsReadBy(principal))
    throw new DomainError('forbidden', 'A draft is written by a party, with an account of its own.')
  if (own !== null && !own.has(areaId)) throw noSuchArea(areaId)
  if (!mayReadWork(principal.audience, item, own))
    throw new DomainError('forbidden', 'What is for the authorities alone is written by them.')
}

/** The refusal of an area that is neither place nor district, or not the writer's. */
export function noSuchArea(id: number): DomainError {
  const rule = 'must be the id of a place or district of yours'
  return new DomainError('conflict', `areaId: ${rule}`, { problems: [{ field: 'areaId', value: id, rule }] })
}

function stepOf({ actor }: Principal, clock: Clock): WorkStep {
  const name = 'name' in actor ? actor.name : null
  return { at: new Date(clock.nowMs()).toISOString(), by: actorReference(actor), name }
}
