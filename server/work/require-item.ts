import { DomainError, refusedField } from '../engine/errors.ts'
import type { Principal } from '../platform/access/principal.ts'
import type { WorkItem, WorkKind } from './work-item.ts'
import type { WorkService } from './work-service.ts'

/** An item that the principal may read; null for a missing one and for one of others. */
export async function findItem(
  work: Pick<WorkService, 'find'>,
  principal: Principal,
  kind: WorkKind,
  id: number,
): Promise<WorkItem | null> {
  return work.find(principal, kind, id).catch((error: unknown) => {
    if (error instanceof DomainError && error.code === 'not-found') return null
    throw error
  })
}

/**
 * An item that a field names.
 *
 * @throws DomainError `conflict` that names the field, for a missing item and for one of others
 */
export async function requireItem(
  work: Pick<WorkService, 'find'>,
  principal: Principal,
  kind: WorkKind,
  id: number,
  field: string,
): Promise<WorkItem> {
  const item = await findItem(work, principal, kind, id)
  if (item === null) throw refusedField(field, `there is no ${kind} with id ${id}`)
  return item
}
