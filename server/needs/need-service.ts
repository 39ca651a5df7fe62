import type { MultiPolygon, Polygon } from 'geojson'
import type { PlanarPolygon } from '../engine/geometry/planar/planar-polygon.ts'
import type { Projection } from '../engine/projection/projection.ts'
import { OPERATING, type Principal } from '../platform/access/principal.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { WorkItem, WorkService } from '../work/index.ts'
import { nearSite } from './near.ts'

export interface NeedContent {
  readonly sentence: string
  readonly source: 'walk' | 'survey' | 'picture' | 'board'
  readonly point: { readonly lon: number; readonly lat: number } | null
  readonly proposalId: number | null
  readonly measureId: number | null
  readonly notNowBecause: string | null
}
export type StoredNeed = WorkItem<NeedContent>

/** What became of a need, for everybody to read in a document. */
export interface DocumentedNeed {
  readonly sentence: string
  readonly source: NeedContent['source']
  readonly state: 'open' | 'taken' | 'not-now'
  /** Whether it is taken into the proposal that the document is about. */
  readonly here: boolean
  readonly because: string | null
}

/** The needs at a proposal: those for the city's page, and how many there are that are for the parties alone. */
export interface DocumentedNeeds {
  readonly needs: readonly DocumentedNeed[]
  readonly others: number
}

export interface NeedService {
  /** The needs in a site or within 200 m of it that a principal may read, open ones first. */
  near(principal: Principal, site: PlanarPolygon): Promise<readonly StoredNeed[]>
  /** What became of those at a proposal, as a public document tells it. */
  documented(proposalId: number | null, site: PlanarPolygon): Promise<DocumentedNeeds>
  /** Title of a proposal; null once it is gone. */
  proposalTitle(id: number): string | null
}

interface Deps {
  readonly work: WorkService
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly projection: Projection
}

/** Creates the service of local needs. */
export function createNeedService({ work, snapshots, projection }: Deps): NeedService {
  const layers = () => {
    const lease = snapshots.acquire()
    lease.release()
    return lease.snapshot.layers
  }
  async function near(principal: Principal, site: PlanarPolygon): Promise<readonly StoredNeed[]> {
    const needs = (await work.list(principal, { kind: 'local-need' })) as readonly StoredNeed[]
    const outlines = new Map<number, Polygon | MultiPolygon>(
      layers()
        .features('areas')
        .map(({ id, planar }) => [id, planar]),
    )
    const isNear = nearSite(site, projection)
    return needs
      .filter(({ areaId, content: { point } }) => isNear({ point, planar: outlines.get(areaId) ?? null }))
      .toSorted((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || a.id - b.id)
  }
  return {
    near,
    async documented(proposalId, site) {
      const all = await near(OPERATING, site)
      const open = all.filter(({ audience }) => audience === 'public')
      return {
        needs: open.map(({ state, content: { sentence, source, notNowBecause, ...taken } }) => ({
          sentence,
          source,
          state: state as DocumentedNeed['state'],
          here: state === 'taken' && proposalId !== null && taken.proposalId === proposalId,
          because: state === 'not-now' ? notNowBecause : null,
        })),
        others: all.length - open.length,
      }
    },
    proposalTitle: (id) =>
      layers()
        .features('proposals')
        .find((proposal) => proposal.id === id)?.properties.title ?? null,
  }
}
