import { json } from '../platform/http/endpoint-response.ts'
import { endpoint, type Route } from '../platform/http/route.ts'
import type { SnapshotStore } from '../platform/feed/snapshot-store.ts'
import type { ReleaseComputer, ReleaseRepository } from '../releases/index.ts'
import { type WorkItem, workRoutes, type WorkService } from '../work/index.ts'
import * as contract from './contract.ts'
import type { RequestContent } from './contract.ts'
import { countedAreas, createOutlineOf, outlinesHash } from './counted-areas.ts'
import { givenFigureOf } from './given-figures.ts'
import { explainConflict, requestRules } from './rules.ts'

interface Deps {
  readonly work: WorkService
  readonly snapshots: Pick<SnapshotStore, 'acquire'>
  readonly releases: Pick<ReleaseRepository, 'list' | 'disclosures'>
  readonly releaseComputer: Pick<ReleaseComputer, 'attackRequested'>
  readonly today: () => string
}

/** Routes of requests for public records. */
export function recordsRequestRoutes({
  work,
  snapshots,
  releases,
  releaseComputer,
  today,
}: Deps): readonly Route[] {
  const outlineOf = createOutlineOf(snapshots)
  return [
    ...workRoutes(contract.recordsRequests, requestRules({ today, outlineOf }), {
      ...work,
      write: (...own) => work.write(...own).catch(explainConflict),
    }),
    endpoint(contract.listRecordsRequestAreas, async () => json({ items: countedAreas(snapshots) })),
    endpoint(contract.attackRecordsRequest, async ({ params: { id }, principal }) => {
      const { content, revision } = (await work.find(
        principal,
        'records-request',
        id,
      )) as WorkItem<RequestContent>
      // An area that is gone since cannot be given out any more: the rules refuse its figure.
      const figures = content.figures.flatMap((figure) => {
        const outline = outlineOf(figure.areaId)
        return outline === null ? [] : [givenFigureOf(figure, outline)]
      })
      // Counted before anything is read: what is disclosed from here on is not of this attack.
      const outlines = outlinesHash(
        content.figures.map(({ areaId }) => areaId),
        outlineOf,
      )
      const attackedWith = { disclosures: await releases.disclosures(), revision, outlines }
      const known = await releases.list(['published', 'withdrawn'])
      const derivable =
        figures.length === 0
          ? []
          : await releaseComputer.attackRequested(
              known.map(({ contents }) => contents),
              figures,
            )
      return json({ attackedWith, derivable })
    }),
  ]
}
