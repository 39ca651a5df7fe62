import type {
  NewWorkItem,
  WorkAudience,
  WorkItem,
  WorkItemChange,
  WorkKind,
  WorkRevision,
  WorkStep,
} from './work-item.ts'

/** A filter of items; absent fields do not limit. */
export interface WorkFilter {
  readonly kind: WorkKind
  readonly areaIds?: readonly number[]
  readonly states?: readonly string[]
  readonly partOf?: number
  readonly audience?: WorkAudience
  /** The organisation whose drafts are among them; absent, none are. */
  readonly draftsOf?: number
}

/** A write: a new item, or a change of one at a revision. */
export type WorkWrite =
  | { readonly insert: NewWorkItem }
  | { readonly id: number; readonly revision: number; readonly change: WorkItemChange }

export interface WorkRepository {
  /** @param draftsOf the organisation whose drafts are found; absent, no draft is */
  find(kind: WorkKind, id: number, draftsOf?: number): Promise<WorkItem | null>
  /**
   * By due day (those without one last), then by id.
   *
   * @param limit how many at most
   */
  list(filter: WorkFilter, limit: number): Promise<readonly WorkItem[]>
  /** Every state of an item, the first one first; of a draft those from its handing in. */
  history(id: number): Promise<readonly WorkRevision[]>
  /**
   * Writes all or nothing, in order. A new item whose `sentId` is there already gives what is stored.
   *
   * @returns the stored items, one per write
   * @throws DomainError `precondition-failed` when an item has another revision, `conflict` when an area or parent
   * item is missing
   */
  write(writes: readonly WorkWrite[], step: WorkStep): Promise<readonly WorkItem[]>
}
