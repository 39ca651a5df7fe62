import type { IncidentContent, StoredIncident } from '../engine/snapshot/incident.ts'

export interface IncidentPageQuery {
  readonly after: number
  readonly limit: number
  readonly categories: readonly number[] | null
  readonly fromMinute: number | null
  readonly toMinute: number | null
  readonly sourceId: string | null
  /** Ids of sources that are left out. */
  readonly closedSourceIds: readonly string[]
  readonly envelope: readonly [minX: number, minY: number, maxX: number, maxY: number] | null
}

/** A parsed row with its content hash. */
export interface HashedIncident extends IncidentContent {
  readonly contentHash: bigint
  /** Line of the file; 0 for the API. */
  readonly line: number
}

export interface IncidentRepository {
  insert(rows: readonly HashedIncident[]): Promise<readonly number[]>
  find(id: number): Promise<StoredIncident | null>
  page(query: IncidentPageQuery): Promise<readonly StoredIncident[]>
  update(id: number, revision: number, content: HashedIncident): Promise<StoredIncident>
  retract(id: number, revision: number | null, reason: string): Promise<void>
  revisions(id: number): Promise<readonly StoredIncident[]>
}
