import type { ReportPlacesResponse } from '../../server/observations/contract.ts'
import { OBSERVATION_PATHS } from '../../server/observations/paths.ts'
import { pathTo } from '../../server/platform/http/paths.ts'
import type { WalkFindingResponse, WalkResponse } from '../../server/walks/contract.ts'
import { WALK_PATHS } from '../../server/walks/paths.ts'
import type { HttpClient } from '../app/api/http-client.ts'

export type Walk = WalkResponse
export type Finding = WalkFindingResponse
export type WalkPlaces = ReportPlacesResponse

/** A walk that is not stored yet. */
export type NewWalk = Partial<Omit<Walk, 'dueOn'>> & { readonly areaId: number; readonly dueOn: string }

/** A finding that is not stored yet. */
export type NewFinding = Pick<Finding, 'areaId' | 'kind' | 'position' | 'text' | 'who' | 'repeats'> & {
  readonly partOf: number
  readonly sentId: string
}

/** The calls about safety walks and what is found on them. */
export interface WalkCalls {
  /** The newest first. */
  walks(signal?: AbortSignal): Promise<readonly Walk[]>
  findings(areaId?: number, signal?: AbortSignal): Promise<readonly Finding[]>
  /** The places that one may walk in, and the map of one. */
  places(areaId: number | null, signal?: AbortSignal): Promise<WalkPlaces>
  plan(walk: NewWalk): Promise<Walk>
  change(walk: Walk, patch: Partial<Walk>): Promise<unknown>
  /** Stored once, however often it is sent. */
  find(finding: NewFinding, signal?: AbortSignal): Promise<Finding>
  respond(finding: Finding, patch: Partial<Pick<Finding, 'response' | 'who' | 'state'>>): Promise<unknown>
}

interface Items<T> {
  readonly items: readonly T[]
}

/** @param http client of the server */
export function createWalkCalls({ get, send }: HttpClient): WalkCalls {
  const patch = (path: string, { revision }: { readonly revision: number }, body: object) =>
    send('PATCH', path, body, undefined, { 'if-match': `"${revision}"` })
  const ofArea = (areaId: number | null | undefined) => (areaId == null ? '' : `?area=${areaId}`)
  return {
    async walks(signal) {
      const { items } = await get<Items<Walk>>(WALK_PATHS.walks, signal)
      return items.toSorted((a, b) => b.dueOn!.localeCompare(a.dueOn!) || b.id - a.id)
    },
    findings: async (areaId, signal) =>
      (await get<Items<Finding>>(`${WALK_PATHS.walkFindings}${ofArea(areaId)}`, signal)).items,
    places: (areaId, signal) => get(`${OBSERVATION_PATHS.reportPlaces}${ofArea(areaId)}`, signal),
    plan: (walk) => send('POST', WALK_PATHS.walks, walk),
    change: (walk, changes) => patch(pathTo(WALK_PATHS.walk, { id: walk.id }), walk, changes),
    find: (finding, signal) => send('POST', WALK_PATHS.walkFindings, finding, signal),
    respond: (finding, changes) =>
      patch(pathTo(WALK_PATHS.walkFinding, { id: finding.id }), finding, changes),
  }
}

/** Findings of a walk in the order in which they were noted. */
export function findingsOf(findings: readonly Finding[], walkId: number): readonly Finding[] {
  return findings.filter(({ partOf }) => partOf === walkId).toSorted((a, b) => a.id - b.id)
}
