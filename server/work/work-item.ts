/** Audiences of a work item: the authorities only, also the parties of the place, or also the city's public page. */
export const WORK_AUDIENCES = ['authorities', 'parties', 'public'] as const
export type WorkAudience = (typeof WORK_AUDIENCES)[number]

/** The kinds of the work round a place; each has a module that knows its content. */
export type WorkKind =
  | 'meeting'
  | 'commitment'
  | 'problem'
  | 'cause'
  | 'goal'
  | 'measure'
  | 'evaluation'
  | 'board-report'
  | 'board-case'
  | 'consultation'
  | 'walk'
  | 'finding'
  | 'situation-picture'
  | 'picture-line'
  | 'evidence'
  | 'local-need'
  | 'need-question'
  | 'agreement'
  | 'promise'
  | 'notice'
  | 'records-request'

/** Actor and time of a change. */
export interface WorkStep {
  /** ISO 8601, UTC. */
  readonly at: string
  /** `account/3`, `key/2` or `operator`. */
  readonly by: string
  /** The person's name at that time; null for the operator. */
  readonly name: string | null
}

/** A work item of a place in its current state. `C` is the content of its kind. */
export interface WorkItem<C = unknown> {
  readonly id: number
  readonly kind: WorkKind
  /** The place or district that it is about. */
  readonly areaId: number
  readonly audience: WorkAudience
  /** By its kind: `open`, `closed`, … */
  readonly state: string
  /** A calendar day, `2026-03-12`. */
  readonly dueOn: string | null
  /** The item that it belongs to, such as the meeting at which it was decided. */
  readonly partOf: number | null
  /** The organisation whose draft it is, which alone reads it; null once it is handed in, and for all that is no draft. */
  readonly draftOf: number | null
  readonly content: C
  /** Counts up with every change, from 1. */
  readonly revision: number
  readonly createdAt: string
  readonly changed: WorkStep
}

/** The fields of an item that may change. */
export type WorkItemChange<C = unknown> = Pick<WorkItem<C>, 'audience' | 'state' | 'dueOn' | 'content'> & {
  /** Hands a draft in: it is one no more. */
  readonly handIn?: boolean
}

/** An item that is not stored yet. */
export type NewWorkItem<C = unknown> = Pick<
  WorkItem<C>,
  'kind' | 'areaId' | 'audience' | 'state' | 'dueOn' | 'partOf' | 'content'
> & {
  /** Made by whoever sends it: the same one again is stored once. */
  readonly sentId?: string | null
  /** The writer's organisation for a draft. */
  readonly draftOf?: number | null
}

/** An earlier or the present state of an item. */
export type WorkRevision<C = unknown> = Omit<WorkItemChange<C>, 'handIn'> &
  Pick<WorkItem<C>, 'revision'> & { readonly changed: WorkStep }
